package city.luotsi.figures.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Composition;
import city.luotsi.figures.query.Composition.Portion;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionsTest {
    private static final int ROWS = 6000;
    private static final int TRIALS = 40;
    private static final int QUIET = 20;
    private static final List<String> JUDGED = List.of("visits", "hits", "wait");

    private Optional<RandomCity> open = Optional.empty();

    @AfterEach
    void close() throws SQLException {
        if (open.isPresent()) {
            open.get().close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void thePartsAddUpExactlyToTheChangeAndAreWhatTheRowsSay(int seed) throws SQLException {
        RandomCity city = city(seed, 2000, new RandomCity.Cause("service = 'service3'", 0.5, 0.2, 1.5));
        for (String kpi : List.of("visits", "hits", "cost", "open", "age", "visits_per_1000", "wait")) {
            Compared compared = city.compared(RandomCity.change(kpi));
            for (String dimension : RandomCity.DIMENSIONS) {
                Explanation explanation = city.contributions().explain(city.connection(), compared, dimension);
                String what = "%s by %s, seed %d".formatted(kpi, dimension, seed);
                assertEquals(explanation.change(), sum(explanation), tolerance(explanation), what);
                assertEquals(explanation.change(), sum(explanation.shortened(2)), tolerance(explanation), what);
                if (compared.kpi().rollup() != Rollup.QUANTILE) {
                    assertEquals(
                            Compared.number(compared.after()) - Compared.number(compared.before()),
                            explanation.change(),
                            tolerance(explanation),
                            what);
                }
                Map<String, Double> fromRows = fromRows(city, compared, dimension);
                for (Part part : explanation.parts()) {
                    double expected = fromRows.getOrDefault(name(part), Double.NaN);
                    assertEquals(expected, part.amount(), tolerance(explanation), what + ", " + name(part));
                    part.split()
                            .ifPresent(split -> assertEquals(
                                    part.amount(), split.rate() + split.mix(), tolerance(explanation), what));
                }
            }
        }
    }

    @Test
    void twoSlicesOfTheCityAreComparedLikeTwoPeriods() throws SQLException {
        RandomCity city = city(7, ROWS, new RandomCity.Cause("district = 'district1'", 0, 0.3, 1));
        KpiQuery all = KpiQuery.of("hits", RandomCity.JANUARY);
        Comparison slices =
                new Comparison(all.where("district", Set.of("district0")), all.where("district", Set.of("district1")));
        Explanation explanation = city.explanation(slices, "service");
        assertEquals(explanation.change(), sum(explanation), tolerance(explanation));
        assertTrue(explanation.change() > 0.15, "was " + explanation.change());
    }

    @Test
    void morePeopleLessenARateAndThatIsAPartOfItsOwn() throws SQLException {
        RandomCity city = city(3, ROWS, RandomCity.Cause.NONE);
        Explanation rate = city.explanation(RandomCity.change("visits_per_1000"), "channel");
        Part last = rate.parts().getLast();
        assertEquals(new Part.Population(), last.source());
        assertTrue(last.amount() < 0, "a tenth more people, was " + last.amount());
    }

    @Test
    void aMedianIsExplainedByTheShareOfCasesPastItsOldValue() throws SQLException {
        RandomCity city = city(5, ROWS, new RandomCity.Cause("department = 'department1'", 0, 0, 3));
        Compared compared = city.compared(RandomCity.change("wait"));
        Explanation explanation = city.contributions().explain(city.connection(), compared, "department");
        assertEquals(new Told.SharePast(Compared.number(compared.before())), explanation.told());
        assertEquals(0.5, explanation.before(), 0.02);
        assertTrue(explanation.change() > 0.05, "was " + explanation.change());
        assertEquals("department1", name(explanation.parts().getFirst()));
    }

    @Test
    void differentOnesAreRefusedAndSoIsWhatNoTableHolds() throws SQLException {
        RandomCity city = city(1, 100, RandomCity.Cause.NONE);
        assertEquals(
                Optional.of(new Unexplained.Inseparable()),
                city.contributions().closed(RandomCity.change("people"), "service"));
        Comparison filtered = new Comparison(
                KpiQuery.of("visits", RandomCity.DECEMBER).where("channel", Set.of("channel0")),
                KpiQuery.of("visits", RandomCity.JANUARY).where("channel", Set.of("channel0")));
        Optional<Unexplained> closed = city.contributions().closed(filtered, "district");
        assertTrue(
                closed.filter(why -> why instanceof Unexplained.Refused(Refusal.NoSuchCut _))
                        .isPresent(),
                closed.toString());
        assertThrows(IllegalArgumentException.class, () -> city.explanation(filtered, "district"));
    }

    @Test
    void whatIsHiddenInOneOfTheTwoIsLeftAsOnePartAndNeverGuessed() throws SQLException {
        RandomCity city = city(2, ROWS, RandomCity.Cause.NONE);
        Compared compared = city.compared(RandomCity.change("hits"));
        Map<String, Optional<Portion>> before =
                new LinkedHashMap<>(composition(city, compared.comparison().before()));
        Map<String, Optional<Portion>> after =
                new LinkedHashMap<>(composition(city, compared.comparison().after()));
        Explanation told = explanation(city, compared, before, after);

        // the first is hidden before, the second stands among what is withheld after
        before.put("service0", Optional.empty());
        after.put(Member.WITHHELD, after.remove("service1"));
        before.put("service1", Optional.empty());
        Explanation hidden = explanation(city, compared, before, after);

        assertEquals(told.change(), sum(hidden), 1e-12);
        Part left = hidden.parts().getLast();
        assertEquals(new Part.NotTold(List.of("service0", "service1")), left.source());
        assertEquals(hidden.parts().size(), told.parts().size() - 1);
        for (Part part : hidden.parts()) {
            assertFalse(Set.of("service0", "service1").contains(name(part)), part.toString());
        }
    }

    @Test
    void tablesThatDoNotAgreeAreNoExplanation() throws SQLException {
        RandomCity city = city(2, ROWS, RandomCity.Cause.NONE);
        Compared compared = city.compared(RandomCity.change("hits"));
        Map<String, Optional<Portion>> before =
                new LinkedHashMap<>(composition(city, compared.comparison().before()));
        Map<String, Optional<Portion>> after =
                composition(city, compared.comparison().after());
        before.remove("service0");
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> explanation(city, compared, before, after));
        assertTrue(String.valueOf(refused.getMessage()).contains("hits by service"), refused.getMessage());
    }

    @Test
    void aMemberThatIsNewChangesTheMixAlone() throws SQLException {
        RandomCity city = city(4, ROWS, RandomCity.Cause.NONE);
        try (Statement statement = city.connection().createStatement()) {
            for (String table : List.of("visit_by_day_service_channel", "visit_by_day_service_district")) {
                statement.execute("delete from %s where service = 'service2' and day < '%s'"
                        .formatted(table, RandomCity.january()));
            }
        }
        Part appeared = part(city.explanation(RandomCity.change("hits"), "service"), "service2");
        assertTrue(appeared.before().isEmpty());
        assertEquals(0, appeared.split().orElseThrow().rate());
        assertEquals(appeared.amount(), appeared.split().orElseThrow().mix());
    }

    @Test
    void aPlantedCauseComesFirst() throws SQLException {
        Random random = new Random(41);
        Map<String, Integer> found = new TreeMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            String dimension = RandomCity.DIMENSIONS.get(random.nextInt(RandomCity.DIMENSIONS.size()));
            List<String> members = RandomCity.members(dimension);
            String member = members.get(random.nextInt(members.size()));
            RandomCity.Cause cause = new RandomCity.Cause("%s = '%s'".formatted(dimension, member), 0.9, 0.35, 4);
            try (RandomCity city = new RandomCity(1000 + trial, ROWS, cause)) {
                for (String kpi : JUDGED) {
                    Explanation first = mostConcentrated(city, city.compared(RandomCity.change(kpi)));
                    Part top = first.parts().getFirst();
                    boolean is =
                            first.dimension().equals(dimension) && name(top).equals(member) && !top.isWithinNoise();
                    found.merge(kpi, is ? 1 : 0, Integer::sum);
                }
            }
        }
        found.forEach((kpi, causes) ->
                assertTrue(causes >= 0.95 * TRIALS, "%s: found %d of %d".formatted(kpi, causes, TRIALS)));
    }

    @Test
    void whereNothingWasPlantedAllIsWithinNoise() throws SQLException {
        Map<String, Integer> disturbed = new TreeMap<>();
        for (int trial = 0; trial < QUIET; trial++) {
            try (RandomCity city = new RandomCity(5000 + trial, ROWS, RandomCity.Cause.NONE)) {
                for (String kpi : JUDGED) {
                    Explanation explanation = city.explanation(RandomCity.change(kpi), "service");
                    boolean quiet = explanation.parts().stream()
                            .filter(Part::isOfMember)
                            .allMatch(Part::isWithinNoise);
                    disturbed.merge(kpi, quiet ? 0 : 1, Integer::sum);
                }
            }
        }
        // one in twenty is promised; as many again may be this test's own luck
        disturbed.forEach((kpi, often) ->
                assertTrue(often <= 0.1 * QUIET, "%s: %d of %d show what isn't there".formatted(kpi, often, QUIET)));
    }

    @Test
    void whereEverythingGrewAlikeNothingIsBlamed() throws SQLException {
        RandomCity everywhere = city(11, ROWS, new RandomCity.Cause("true", 0.8, 0, 1));
        assertTrue(everywhere
                .explanation(RandomCity.change("visits"), "department")
                .isSpread());
        try (RandomCity somewhere = new RandomCity(11, ROWS, new RandomCity.Cause("channel = 'channel1'", 0.8, 0, 1))) {
            assertFalse(somewhere
                    .explanation(RandomCity.change("visits"), "channel")
                    .isSpread());
        }
    }

    @Test
    void whatAShareIsDefinedByExplainsNothing() throws SQLException {
        RandomCity city = city(2, ROWS, RandomCity.Cause.NONE);
        Compared compared = city.compared(RandomCity.change("hits"));
        Compared shares = new Compared(
                compared.kpi(),
                compared.comparison(),
                compared.before(),
                compared.after(),
                new Portion(100, 400, 400),
                new Portion(300, 400, 400));
        Explanation defined = explanation(
                city,
                shares,
                Map.of("web", Optional.of(new Portion(100, 100, 100)), "phone", Optional.of(new Portion(0, 300, 300))),
                Map.of("web", Optional.of(new Portion(300, 300, 300)), "phone", Optional.of(new Portion(0, 100, 100))));
        assertEquals(0.5, sum(defined), 1e-12);
        assertEquals(0, defined.concentration());
    }

    @Test
    void theNormalQuantileIsRightToThreeDigits() {
        assertEquals(1.960, Chance.normalQuantile(0.025), 0.001);
        assertEquals(3.090, Chance.normalQuantile(0.001), 0.001);
    }

    private RandomCity city(int seed, int rows, RandomCity.Cause cause) throws SQLException {
        RandomCity city = new RandomCity(seed, rows, cause);
        open = Optional.of(city);
        return city;
    }

    private static Explanation mostConcentrated(RandomCity city, Compared compared) throws SQLException {
        Map<String, Explanation> all = new HashMap<>();
        for (String dimension : RandomCity.DIMENSIONS) {
            all.put(dimension, city.contributions().explain(city.connection(), compared, dimension));
        }
        return all.values().stream()
                .max(Comparator.comparingDouble(Explanation::concentration))
                .orElseThrow();
    }

    private static Map<String, Optional<Portion>> composition(RandomCity city, KpiQuery query) throws SQLException {
        return new Figures(city.publication(), sketches -> 0)
                .composition(city.connection(), query.by("service"), 0)
                .members();
    }

    private static Explanation explanation(
            RandomCity city,
            Compared compared,
            Map<String, Optional<Portion>> before,
            Map<String, Optional<Portion>> after) {
        return city.contributions().explanation(compared, "service", new Composition(before), new Composition(after));
    }

    private static Part part(Explanation explanation, String member) {
        return explanation.parts().stream()
                .filter(part -> name(part).equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Part part) {
        return switch (part.source()) {
            case Part.Member member -> member.id();
            case Part.NotTold _ -> "(not told)";
            case Part.Rest _ -> "(rest)";
            case Part.Population _ -> "(population)";
        };
    }

    private static double sum(Explanation explanation) {
        return explanation.parts().stream().mapToDouble(Part::amount).sum();
    }

    private static double tolerance(Explanation explanation) {
        return 1e-9 * Math.max(1, Math.abs(explanation.before()));
    }

    /** By brute force: every figure from the rows, each part changed on its own, first and last, and the two ways' mean taken. */
    private static Map<String, Double> fromRows(RandomCity city, Compared compared, String dimension)
            throws SQLException {
        String kpi = compared.kpi().name();
        String numerator = switch (compared.kpi().name()) {
            case "hits" -> "sum(hit::int)";
            case "cost" -> "sum(cost)::double";
            case "open" -> "sum(step)";
            case "age" -> "sum(step * (%s - since))";
            case "wait" -> "sum((wait > %s)::int)";
            default -> "count(*)";
        };
        String denominator = switch (kpi) {
            case "hits", "wait" -> "count(*)";
            case "cost" -> "sum(hit::int)";
            case "age" -> "sum(step)";
            default -> "0";
        };
        boolean stock = compared.kpi().rollup().isStock();
        Map<String, double[]> rows = new HashMap<>();
        double old = Compared.number(compared.before());
        for (int time = 0; time < 2; time++) {
            String last = time == 0 ? "2025-12-31" : "2026-01-31";
            String day = "(date '%s' - date '1970-01-01')".formatted(last);
            UnaryOperator<String> filled = sql -> sql.formatted(kpi.equals("age") ? day : upperEnd(old));
            try (Statement statement = city.connection().createStatement();
                    ResultSet row = statement.executeQuery(
                            "select coalesce(%s, 'unknown') as member, %s as n, %s as d from visit where day <= '%s' and %s group by all"
                                    .formatted(
                                            dimension,
                                            filled.apply(numerator),
                                            denominator,
                                            last,
                                            stock || time == 0 ? "true" : "day >= '2026-01-01'"))) {
                while (row.next()) {
                    double[] four = rows.computeIfAbsent(row.getString("member"), _ -> new double[4]);
                    four[2 * time] = row.getDouble("n");
                    four[2 * time + 1] = row.getDouble("d");
                }
            }
        }
        return denominator.equals("0") ? added(rows, kpi) : divided(rows);
    }

    /** Of the bucket that a value lies in, where the published histogram cuts. */
    private static String upperEnd(double value) {
        return Double.toString(Math.pow(1.02, Math.ceil(Math.log(value) / Math.log(1.02))));
    }

    private static Map<String, Double> added(Map<String, double[]> rows, String kpi) {
        double before = kpi.equals("visits_per_1000") ? 1000.0 / 12_000 : 1;
        double after = kpi.equals("visits_per_1000") ? 1000.0 / 13_200 : 1;
        Map<String, Double> parts = new HashMap<>();
        double cases = 0;
        for (Map.Entry<String, double[]> row : rows.entrySet()) {
            double difference = row.getValue()[2] - row.getValue()[0];
            parts.put(row.getKey(), (difference * before + difference * after) / 2);
            cases += row.getValue()[0] + row.getValue()[2];
        }
        parts.put("(population)", cases / 2 * (after - before));
        return parts;
    }

    private static Map<String, Double> divided(Map<String, double[]> rows) {
        double[] all = new double[4];
        rows.values().forEach(four -> {
            for (int i = 0; i < 4; i++) {
                all[i] += four[i];
            }
        });
        double mean = (all[0] / all[1] + all[2] / all[3]) / 2;
        Map<String, Double> parts = new HashMap<>();
        rows.forEach((member, four) -> {
            double weightBefore = four[1] / all[1];
            double weightAfter = four[3] / all[3];
            // n / D is w · r, also where there is no r
            double toldBefore = four[0] / all[1];
            double toldAfter = four[2] / all[3];
            parts.put(member, toldAfter - toldBefore - (weightAfter - weightBefore) * mean);
        });
        return parts;
    }
}
