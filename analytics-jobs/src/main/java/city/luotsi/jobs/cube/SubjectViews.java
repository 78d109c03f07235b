package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.catalogue.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Makes the subjects' selects known to Spark by name, and finds misspelt columns before anything is computed. */
final class SubjectViews {
    private final SparkSession spark;
    private final List<Subject> dependenciesFirst;
    private final Map<String, StructType> schemas = new HashMap<>();

    SubjectViews(SparkSession spark, Catalogue catalogue) {
        this.spark = spark;
        this.dependenciesFirst = catalogue.dependenciesFirst();
    }

    /**
     * Makes the views of a part.
     *
     * @param events what the subjects see as {@code service_event}
     */
    void create(Part part, Dataset<Row> events) {
        events.createOrReplaceTempView("service_event");
        for (Subject subject : dependenciesFirst) {
            // under its own name for the subjects that read it, under the part's for the sums
            Dataset<Row> rows = analysed(subject.file());
            rows.createOrReplaceTempView(subject.name());
            rows.createOrReplaceTempView(part.view(subject.name()));
        }
    }

    /**
     * After {@link #create}.
     *
     * @throws DefinitionException if the KPI names a column that its subject doesn't have
     */
    void check(Kpi kpi) {
        schema(kpi);
    }

    /** The type Spark gives a KPI's column, in SQL words; after {@link #create}. */
    String type(Kpi kpi, String column) {
        return schema(kpi).apply(column).dataType().sql();
    }

    private StructType schema(Kpi kpi) {
        return schemas.computeIfAbsent(kpi.name(), name -> analysed(kpi.file()).schema());
    }

    private Dataset<Row> analysed(SqlFile file) {
        try {
            return spark.sql(file.select());
        } catch (Exception e) {
            // Spark throws this checked exception from Scala without declaring it
            if (e instanceof AnalysisException analysis) {
                int line =
                        analysis.line().isDefined() ? (Integer) analysis.line().get() : 1;
                throw new DefinitionException(file.origin(), file.selectLine() + line - 1, firstSentence(analysis));
            }
            throw e;
        }
    }

    private static String firstSentence(AnalysisException e) {
        String message = e.getSimpleMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
