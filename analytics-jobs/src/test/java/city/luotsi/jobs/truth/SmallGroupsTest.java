package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.query.ConfidentialService;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.publish.SparkSketches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody can be recognised in what is published, not even by who computes with all of it and with the publication before. */
class SmallGroupsTest {

    @TempDir
    private static Path data = Path.of("");

    private static PublishedCity city = new PublishedCity(data, "helsinki");

    /** Two publications, between which some events have moved. */
    @BeforeAll
    static void publishTwice() throws Exception {
        city = EdgeCaseCity.copy(data);
        SharedSpark.session().sql("""
                        update delta.`%s` set district_code = '704', channel = 'phone'
                        where requested_at >= timestamp '2025-05-15 00:00:00' and abs(xxhash64(event_id, 'moved')) %% 100 < 3""".formatted(city.lake()));
        city.publish();
    }

    @Test
    void nothingSmallStandsAnywhere() throws Exception {
        try (Connection first = open(1);
                Connection second = open(2)) {
            nothingSmall(first);
            nothingSmall(second);
        }
    }

    @Test
    void nothingCanBeComputedBackNotEvenWithThePublicationBefore() throws Exception {
        try (Connection first = open(1);
                Connection second = open(2)) {
            nothingCanBeComputedBack(new Attack(second, first), second);
        }
    }

    @Test
    void whatIsToldIsTrueAndAddsUpWhateverIsHidden() throws Exception {
        try (Connection second = open(2)) {
            whatIsToldIsTrue(second);
            questionsAreAnsweredOrRefused(second);
        }
    }

    /** What can't be told apart is told together, every number of it over the same services or members. */
    @Test
    void whatIsHiddenIsTrueTogether() throws Exception {
        Period may = Period.month(2025, 5);
        Map<Rollup, Integer> compared = new EnumMap<>(Rollup.class);
        try (Connection second = open(2)) {
            Publication read = PublicationReader.read(second);
            List<Period> periods =
                    new ArrayList<>(List.of(new Period(read.data().from(), may.to())));
            periods.addAll(Step.MONTH.pieces(
                    new Period(read.data().from(), Period.month(2025, 7).to())));
            try (Truth truth = city.truth(read, Optional.empty())) {
                Together together = new Together(second, new Figures(read, new SparkSketches()), truth);
                for (String kpi : Truth.kpis()) {
                    int known = 0;
                    for (Period period : periods) {
                        known += together.compare(KpiQuery.of(kpi, period).by("service"));
                        for (ConfidentialService one : read.confidential()) {
                            KpiQuery service = KpiQuery.of(kpi, period).where("service", Set.of(one.service()));
                            for (String dimension : List.of("channel", "district", "major_district", "age_group")) {
                                known += together.compare(service.by(dimension));
                            }
                        }
                    }
                    compared.merge(read.catalogue().kpi(kpi).rollup(), known, Integer::sum);
                }
            }
        }
        // of people nothing is hidden and told together; of quantiles not in so small a city
        Set<Rollup> hereToo = EnumSet.complementOf(EnumSet.of(Rollup.DISTINCT, Rollup.QUANTILE));
        hereToo.forEach(
                rollup -> assertTrue(compared.getOrDefault(rollup, 0) > 0, "nothing was compared of " + rollup));
    }

    private static void nothingCanBeComputedBack(Attack attack, Connection publication) throws SQLException {
        List<Attack.Range> narrow = new ArrayList<>();
        List<Attack.Range> ranges = attack.ranges();
        for (Attack.Range range : ranges) {
            if (range.width() < attack.smallest(range.cell().getFirst()) - 1e-6 && range.most() > 1e-6) {
                narrow.add(range);
            }
        }
        assertTrue(ranges.size() > 500, "only " + ranges.size() + " hidden cells were attacked");
        assertEquals(List.of(), narrow.stream().limit(20).toList(), narrow.size() + " of " + ranges.size());
        assertTrue(count(publication, "select sum(told) from hidden_cell") > 500, "hardly anything is told");
    }

    /** No count of confidential services from 1 to k − 1, in any table, nor that of those who are missing to a whole. */
    private static void nothingSmall(Connection publication) throws SQLException {
        List<String> counts = new ArrayList<>(new Attack(publication, publication).columns());
        Set<String> tables = new HashSet<>();
        each(
                publication,
                "select table_name from grain where subject = 'service_step' and kind = 'cell'",
                row -> tables.add(row.getString(1)));
        assertEquals(7, tables.size());
        for (String table : tables) {
            for (String column : counts) {
                assertEquals(0, count(publication, """
                                select count(*) from %1$s as t left join (select distinct service, k from confidential_service) as c
                                    on t.service = c.service
                                where (c.k is not null or t.service = 'withheld') and %2$s > 0
                                    and %2$s < coalesce(c.k, (select max(k) from confidential_service))""".formatted(table, column)), column + " in " + table);
            }
        }
        assertEquals(
                0,
                count(
                        publication,
                        "select count(*) from service_step_bucket_by_month_service where events < 5 and (service = 'withheld' or service in (select service from confidential_service))"));
        assertEquals(
                0, count(publication, "select count(*) from service_step_bucket_by_month_district where events < 10"));
        assertEquals(
                0,
                count(
                        publication,
                        "select count(*) from service_step_sketch_by_month_service where service in (select service from confidential_service)"));
        assertEquals(
                0,
                count(
                        publication,
                        "select count(*) from service_step_by_day_service_district where service in (select service from confidential_service)"));
    }

    private static void whatIsToldIsTrue(Connection publication) throws Exception {
        try (Statement statement = publication.createStatement()) {
            statement.execute("attach '%s' as cube (read_only)".formatted(cube()));
        }
        for (String dimension : List.of("channel", "district", "age_group")) {
            for (String column : new Attack(publication, publication).columns()) {
                assertEquals(0, count(publication, """
                                select count(*) from service_step_by_month_service_%2$s as t join (
                                    select month, service, department, %2$s, sum(%1$s) as %1$s
                                    from cube.service_step_by_month_service_channel_district_age_group group by all) as c
                                on t.month = c.month and t.service is not distinct from c.service
                                    and t.department is not distinct from c.department
                                    and t.%2$s is not distinct from c.%2$s
                                where t.%1$s <> c.%1$s""".formatted(column, dimension)), column + " by " + dimension);
            }
        }
    }

    private static void questionsAreAnsweredOrRefused(Connection publication) throws SQLException {
        Publication read = PublicationReader.read(publication);
        Figures figures = new Figures(read, new SparkSketches());
        Period may = Period.month(2025, 5);
        // the city adds up to what is in the cube, and so do its services with what is hidden of them
        long all = count(
                publication,
                "select sum(requests_value) from cube.service_step_by_day_service_channel where day between '2025-05-01' and '2025-05-31'");
        assertEquals((double) all, known(figures, publication, KpiQuery.of("requests", may)));
        assertEquals(
                all,
                count(
                        publication,
                        "select sum(requests_value) from service_step_by_month_service where month = '2025-05-01'"));
        Period week = new Period(may.from(), may.from().plusDays(6));
        assertEquals(
                Optional.of(new Refusal.Confidential()),
                figures.refusal(KpiQuery.of("requests", week)
                        .where("service", Set.of("dental_care"))
                        .by("district")));
        // of a district without a service there are open services only, and it says so
        KpiQuery district = KpiQuery.of("requests", may).where("district", Set.of("704"));
        assertTrue(figures.leavesOutConfidential(district));
        assertEquals(
                (double)
                        count(
                                publication,
                                "select sum(requests_value) from cube.service_step_by_day_service_district where day between '2025-05-01' and '2025-05-31' and district = '704' and (service is null or service not in (select service from confidential_service))"),
                known(figures, publication, district));
        // cut by district the city is complete too: what isn't told apart stands together
        double districts = figures
                .answer(publication, KpiQuery.of("requests", may).by("district"))
                .points()
                .stream()
                .mapToDouble(point ->
                        assertInstanceOf(Figure.Known.class, point.figure()).value())
                .sum();
        assertEquals((double) all, districts);
        KpiQuery dayCare = KpiQuery.of("requests", may)
                .where("service", Set.of("day_care"))
                .where("department", Set.of("education"));
        double channels = figures.answer(publication, dayCare.by("channel")).points().stream()
                .mapToDouble(point -> point.figure() instanceof Figure.Known known ? known.value() : 0)
                .sum();
        assertEquals(known(figures, publication, dayCare), channels);
        boolean hidden = figures
                .answer(
                        publication,
                        KpiQuery.of("satisfied", may)
                                .where("service", Set.of("dental_care"))
                                .by("district"))
                .points()
                .stream()
                .anyMatch(point -> point.figure() instanceof Figure.Hidden);
        assertTrue(hidden, "of few answers in a district nothing is told");
    }

    private static double known(Figures figures, Connection publication, KpiQuery query) throws SQLException {
        var answer = figures.answer(publication, query);
        return assertInstanceOf(Figure.Known.class, answer.only(), answer::toString)
                .value();
    }

    private interface RowUse {
        void row(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        List<Long> counts = new ArrayList<>();
        each(connection, sql, row -> counts.add(row.getLong(1)));
        return counts.getFirst();
    }

    private static Path cube() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("helsinki/cube"))) {
            return files.filter(file -> file.toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Connection open(long number) throws Exception {
        Path folder = city.folders().publications(city.city());
        String entry = Files.readString(folder.resolve(number + ".json"));
        String file = entry.replaceAll("(?s).*\"file\" : \"([^\"]+)\".*", "$1");
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(file), readOnly);
    }
}
