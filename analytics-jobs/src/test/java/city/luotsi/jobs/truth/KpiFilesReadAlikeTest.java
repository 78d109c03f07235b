package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.cube.LakeSurvey;
import city.luotsi.jobs.cube.LakeViews;
import city.luotsi.jobs.place.DistrictFinder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Subjects and KPIs are one text for two engines: every file gives the same rows in Spark and in DuckDB. */
class KpiFilesReadAlikeTest {
    private static final Definitions DEFINITIONS = Definitions.builtIn();
    private static final List<String> INPUTS =
            List.of("service_event", "service_by_code", "department_by_code", "district_by_code", "age_group", "feed");

    @TempDir
    static Path folder;

    @TestFactory
    List<DynamicTest> everyKpiFileGivesTheSameRowsInSparkAndInDuckDb() throws Exception {
        Catalogue catalogue = Catalogue.of(DEFINITIONS);
        CityPack pack = new CityPacks(DEFINITIONS).read("helsinki");
        SparkSession spark = SharedSpark.session();
        Path lake = folder.resolve("lake");
        EdgeCaseLake.write(spark, lake.toString());
        spark.conf().set("spark.sql.session.timeZone", pack.zone().getId());
        Dataset<Row> events = spark.read().format("delta").load(lake.toString());
        LakeViews views = new LakeViews(spark, pack, DistrictFinder.byNearestPoint(pack.members("district")));
        LakeSurvey survey = LakeSurvey.of(events);
        views.create(survey);
        views.events(events, survey).createOrReplaceTempView("service_event");
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        execute(duck, DEFINITIONS.text("dialect/duckdb.sql").orElseThrow());
        execute(duck, "set TimeZone = '%s'".formatted(pack.zone().getId()));
        for (String input : INPUTS) {
            Path file = folder.resolve(input);
            spark.table(input).coalesce(1).write().parquet(file.toString());
            execute(duck, "create view %s as from read_parquet('%s/*.parquet')".formatted(input, file));
        }
        // in reverse, because one reads the other: resident_contact comes after service_step
        for (Subject subject : List.copyOf(catalogue.subjects().values()).reversed()) {
            spark.sql(subject.file().select()).createOrReplaceTempView(subject.name());
            execute(
                    duck,
                    "create view %s as %s"
                            .formatted(subject.name(), subject.file().select()));
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Kpi kpi : catalogue.kpis().values()) {
            tests.add(DynamicTest.dynamicTest(kpi.file().origin(), () -> {
                List<String> rows = inSpark(spark, kpi.file().select());
                assertFalse(rows.isEmpty(), "the lake must hold rows that this KPI counts");
                List<String> others = inDuckDb(duck, kpi.file().select());
                assertEquals(rows.size(), others.size(), "rows");
                for (int i = 0; i < rows.size(); i++) {
                    assertEquals(rows.get(i), others.get(i), "row " + i + " in order");
                }
            }));
        }
        return tests;
    }

    private static List<String> inSpark(SparkSession spark, String select) {
        List<String> rows = new ArrayList<>();
        for (Row row : spark.sql(select).collectAsList()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(spelt(row.get(i)));
            }
            rows.add(String.join("|", values));
        }
        return rows.stream().sorted().toList();
    }

    private static List<String> inDuckDb(Connection duck, String select) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(spelt(row.getObject(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows.stream().sorted().toList();
    }

    /** Numbers are the same if they agree in ten digits: Spark divides decimals where DuckDB divides doubles. */
    private static String spelt(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString())
                    .round(new MathContext(10))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return String.valueOf(value);
    }

    private static void execute(Connection duck, String sql) throws SQLException {
        try (Statement statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }
}
