package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.catalogue.Subject;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes the subjects' selects known to Spark by name, and finds misspelt columns before anything is computed. */
final class SubjectViews {
    private final SparkSession spark;

    SubjectViews(SparkSession spark) {
        this.spark = spark;
    }

    Dataset<Row> create(Subject subject) {
        Dataset<Row> rows = analysed(subject.file());
        rows.createOrReplaceTempView(subject.name());
        return rows;
    }

    /** The type Spark gives a KPI's column, in SQL words. */
    String type(Kpi kpi, String column) {
        return analysed(kpi.file()).schema().apply(column).dataType().sql();
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
