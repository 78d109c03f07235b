package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.rollup.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Courses drawn by chance from known patterns: what happened is seen, and chance isn't. */
class DepartureTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 23);
    private static final int WEEKS = 156;
    /** As of a city of some thousand courses. */
    private static final Threshold THRESHOLD = threshold(5_000);

    private final Random random = new Random(20261124);

    @Test
    void chance_is_told_in_none_of_two_thousand_quiet_courses() {
        for (int i = 0; i < 2_000; i++) {
            double mean = Math.exp(random.nextDouble() * 6);
            Course course = requests(any -> mean);
            assertEquals(Optional.empty(), told(course), "a mean of " + mean);
        }
    }

    @Test
    void twice_as_many_for_two_weeks_are_told_with_their_weeks() {
        Departure departure = told(requests(ago -> ago < 2 ? 200 : 100)).orElseThrow();
        assertTrue(departure.isUp());
        assertEquals(2, departure.window());
        assertEquals(200, departure.estimate().expected(), 25);
        assertEquals(400, departure.estimate().observed(), 80);
    }

    @Test
    void a_handful_of_cases_never_turns_red() {
        // six cases where there is one every other week: rare, but in a thousand districts it happens each week
        Course course = requests(any -> 0.5);
        course.amount()[0] = 6;
        assertEquals(Optional.empty(), told(course));
    }

    @Test
    void every_summer_is_like_the_summers_before() {
        IntToDoubleFunction summers = ago -> {
            int month = NEWEST.minusWeeks(ago).minusMonths(4).getMonthValue();
            return month == 7 ? 60 : 200; // the newest weeks lie in it
        };
        assertEquals(Optional.empty(), told(requests(summers)));
    }

    @Test
    void a_summer_is_not_compared_with_spring_where_the_summers_before_are_hidden() {
        IntToDoubleFunction summers = ago -> ago % 52 < 4 ? 60 : 200;
        Course course = requests(summers);
        hide(course, 52, 56);
        assertEquals(Optional.empty(), told(course), "one summer tells what summers are like");
        hide(course, 104, 108);
        assertTrue(Departure.all(course, Expectation.all(course)).isEmpty());
        Course young = new Course(
                course.kpi(),
                course.slice(),
                Pace.WEEK,
                NEWEST,
                Arrays.copyOf(course.amount(), 60),
                Arrays.copyOf(course.base(), 60),
                Arrays.copyOf(course.weight(), 60));
        assertTrue(told(young).isPresent(), "data that is too young to tell a summer is compared with what it has");
    }

    private static void hide(Course course, int from, int to) {
        Arrays.fill(course.amount(), from, to, Double.NaN);
    }

    @Test
    void a_wild_course_must_depart_farther_than_a_steady_one() {
        double[] wild = IntStream.range(0, WEEKS)
                .mapToDouble(any -> poisson(100 * Math.exp(0.4 * random.nextGaussian())))
                .toArray();
        wild[0] = 190;
        double[] steady =
                IntStream.range(0, WEEKS).mapToDouble(any -> poisson(100)).toArray();
        steady[0] = 190;
        assertEquals(Optional.empty(), told(course("requests", wild, new double[WEEKS])));
        assertTrue(told(course("requests", steady, new double[WEEKS])).isPresent());
    }

    @Test
    void a_share_that_falls_is_told_and_one_of_few_cases_is_not() {
        Departure fall = told(share(400, ago -> ago < 1 ? 0.46 : 0.71)).orElseThrow();
        assertFalse(fall.isUp());
        assertEquals(0.71, fall.estimate().expected(), 0.02);
        assertEquals(Optional.empty(), told(share(12, ago -> ago < 1 ? 0.4 : 0.71)));
    }

    @Test
    void what_has_come_back_by_now_is_fading() {
        assertFalse(told(requests(ago -> ago < 4 ? 200 : 100)).orElseThrow().isFading());
        Course back = requests(ago -> ago < 4 && ago > 0 ? 250 : 100);
        Departure window = Departure.all(back, Expectation.all(back)).stream()
                .filter(departure -> departure.window() == 4)
                .findFirst()
                .orElseThrow();
        assertTrue(window.isFading());
    }

    @Test
    void a_city_that_has_just_begun_says_nothing() {
        for (String kpi : List.of("requests", "due_kept", "open_cases", "open_case_age", "cost_per_transaction")) {
            for (int weeks : List.of(0, 1, 14, 25)) {
                double[] some =
                        IntStream.range(0, weeks).mapToDouble(any -> 100).toArray();
                Course course = new Course(CATALOGUE.kpi(kpi), Slice.CITY, Pace.WEEK, NEWEST, some, some, some);
                assertEquals(Optional.empty(), told(course), kpi + " after weeks: " + weeks);
            }
        }
    }

    @Test
    void what_is_hidden_is_not_compared() {
        Course course = requests(ago -> ago < 2 ? 200 : 100);
        course.amount()[0] = Double.NaN;
        assertTrue(Departure.all(course, Expectation.all(course)).isEmpty());
    }

    @Test
    void a_queue_that_doubles_is_told_by_its_size_and_by_its_age() {
        double[] stock = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> poisson(ago < 3 ? 200 : 90))
                .toArray();
        assertTrue(told(course("open_cases", stock, new double[WEEKS]))
                .orElseThrow()
                .isUp());
        double[] ages = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> 90 * (ago < 3 ? 22 : 9) * (0.95 + 0.1 * random.nextDouble()))
                .toArray();
        double[] cases = IntStream.range(0, WEEKS).mapToDouble(any -> 90).toArray();
        Departure age = told(course("open_case_age", ages, cases)).orElseThrow();
        assertEquals(22, age.estimate().observed(), 2);
        assertEquals(9, age.estimate().expected(), 1);
    }

    @Test
    void at_most_one_false_alarm_a_month_is_what_the_threshold_says() {
        for (int comparisons : List.of(1_000, 20_000)) {
            Threshold threshold = threshold(comparisons);
            double weeks = Chance.alarmsAMonth(Pace.WEEK, 7, threshold.of(Threshold.Kind.WEEK));
            double months = Chance.alarmsAMonth(Pace.MONTH, 31, threshold.of(Threshold.Kind.MONTH));
            double ofNeither = Chance.alarmsAMonth(Pace.MONTH, 31, threshold.of(Threshold.Kind.MONTH_OF_NEITHER));
            assertEquals(1, comparisons * (weeks + months + ofNeither), 1e-3);
            assertEquals(1, threshold.falseAlarmsAMonth(), 1e-9);
            assertTrue(weeks > months && months > ofNeither, "each its own part of it");
        }
        assertTrue(threshold(20_000).of(Threshold.Kind.WEEK) > threshold(1_000).of(Threshold.Kind.WEEK));
        assertEquals(
                0.75,
                threshold(Stream.of(course("requests", new double[WEEKS], new double[WEEKS])), 1_000)
                        .falseAlarmsAMonth(),
                "what isn't looked at raises none");
    }

    @Test
    void a_stock_that_falls_each_christmas_is_no_news_though_christmas_is_in_another_week() {
        double[] stock = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> ago == 0 || ago == 53 || ago == 103 ? 4 : poisson(60))
                .toArray();
        assertEquals(Optional.empty(), told(course("open_cases", stock, new double[WEEKS])));
        stock[53] = 60;
        stock[103] = 60;
        assertFalse(told(course("open_cases", stock, new double[WEEKS]))
                .orElseThrow()
                .isUp());
    }

    @Test
    void a_queue_that_swings_with_every_other_station_is_told_as_soon_as_it_is_longer_than_theirs() {
        // what is open at the end of a month swings by half with its last weekday, at all stations alike
        double[] swings = random.doubles(36, 0.5, 1.5).toArray();
        Course service = months("open_cases", ago -> poisson(2_000 * swings[ago]), any -> 0);
        Course station = months("open_cases", ago -> poisson(100 * swings[ago]), any -> 0);
        station.amount()[0] = 2 * 100 * swings[0];
        assertEquals(Optional.empty(), told(station, Expectation.all(station)), "by itself it is as wild as that");
        Departure longer = told(station, Expectation.ofPart(station, service)).orElseThrow();
        assertTrue(longer.isUp());
        assertEquals(100 * swings[0], longer.estimate().expected(), 15);
    }

    @Test
    void what_all_parts_of_a_service_do_in_a_month_is_a_matter_of_the_service() {
        for (String kpi : List.of("requests", "open_cases", "due_kept", "open_case_age")) {
            double of = kpi.equals("due_kept") ? 400 : 100;
            Course part = months(kpi, ago -> poisson(ago < 2 ? 300 : 100), ago -> of);
            Course all = months(kpi, ago -> poisson(ago < 2 ? 6_000 : 2_000), ago -> 20 * of);
            assertTrue(told(all, Expectation.all(all)).isPresent(), kpi);
            assertTrue(told(part, Expectation.all(part)).isPresent(), kpi);
            assertEquals(Optional.empty(), told(part, Expectation.ofPart(part, all)), kpi);
            // where all others do so and it doesn't, nothing is the matter with it either: it is as it always was
            Course steady = months(kpi, any -> poisson(100), ago -> of);
            assertEquals(Optional.empty(), told(steady, Expectation.ofPart(steady, all)), kpi);
            // and nothing is lost where the rest isn't known
            all.amount()[0] = Double.NaN;
            assertTrue(told(part, Expectation.ofPart(part, all)).isPresent(), kpi);
        }
    }

    @Test
    void a_month_is_compared_with_the_same_month_of_earlier_years_where_that_is_nearer_to_the_truth() {
        // each March half of the due dates are kept, else nine of ten
        IntToDoubleFunction marches = ago -> some(1_000, ago % 12 == 0 ? 0.5 : 0.9);
        Course course = months("due_kept", marches, any -> 1_000);
        Estimate estimate = now(course).orElseThrow();
        assertEquals(0.5, estimate.expected(), 0.05);
        assertEquals(Optional.empty(), told(course));
        course.amount()[0] = 300;
        assertFalse(told(course).orElseThrow().isUp());
        // where no season is seen the past alone is surer
        Course steady = months("due_kept", any -> some(1_000, 0.9), any -> 1_000);
        Estimate usual =
                new Expectation.OfShare(steady, Optional.empty()).of(0, 1).orElseThrow();
        assertEquals(usual, now(steady).orElseThrow());
    }

    @Test
    void what_ends_in_the_first_months_of_the_data_says_nothing_of_seasons() {
        // of what was asked for before the data begins no end is known: it takes three months until as many end as
        // usually
        IntToDoubleFunction ends = ago -> ago == 35 ? 20 : ago == 34 ? 200 : ago == 33 ? 300 : 400;
        Course course = months("completed_transactions", ends, any -> 0);
        Estimate estimate = new Expectation.OfCount(course, Optional.of(new Elsewhere.EarlierYears(course)))
                .of(0, 1)
                .orElseThrow();
        assertEquals(400, estimate.expected(), 1e-9);
    }

    @Test
    void a_stock_that_was_still_filling_when_the_data_began_is_expected_by_the_year_after_that() {
        // by months: 400 are open, but of the first year those only that came since the data began
        double[] stock = IntStream.range(0, 36)
                .mapToDouble(ago -> ago < 24 ? 400 : Math.min(400, 35.0 * (36 - ago)))
                .toArray();
        Course course = new Course(
                CATALOGUE.kpi("open_cases"),
                Slice.CITY,
                Pace.MONTH,
                LocalDate.of(2026, 10, 31),
                stock,
                new double[36],
                new double[36]);
        Estimate estimate = now(course).orElseThrow();
        assertEquals(400, estimate.expected(), 1);
    }

    @Test
    void a_stock_departs_from_the_week_in_which_it_jumped_not_from_the_windows_first() {
        double[] stock = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> poisson(ago < 2 ? 600 : 300))
                .toArray();
        Course course = course("open_cases", stock, new double[WEEKS]);
        for (Departure departure : Departure.all(course, Expectation.all(course))) {
            assertEquals(2, departure.lasted(), "window of " + departure.window());
        }
        Departure requests = told(requests(ago -> ago < 4 ? 200 : 100)).orElseThrow();
        assertEquals(requests.window(), requests.lasted());
    }

    @Test
    void months_that_are_hidden_are_left_out_of_what_is_usual_while_most_are_known() {
        Course course = months("requests", ago -> ago == 0 ? 60 : 140, ago -> 0);
        course.amount()[3] = Double.NaN;
        course.amount()[6] = Double.NaN;
        Estimate estimate = now(course).orElseThrow();
        assertEquals(140, estimate.expected(), 1);
        course.amount()[4] = Double.NaN;
        course.amount()[7] = Double.NaN;
        assertEquals(Optional.empty(), now(course), "five of nine say too little");
    }

    @Test
    void a_median_of_few_cases_is_not_compared() {
        Histogram histogram =
                new Histogram(Collections.nCopies(36, Map.of(LogBuckets.bucket(9), 20.0, LogBuckets.bucket(19), 20.0)));
        for (int cases : List.of(40, 60)) {
            Course course = months("waiting_time_median", ago -> ago == 0 ? cases : cases / 2.0, any -> cases);
            assertEquals(
                    cases >= 50,
                    new Expectation.OfQuantile(course, histogram, Optional.empty())
                            .of(0, 1)
                            .isPresent(),
                    cases + " cases");
        }
    }

    @Test
    void a_share_that_is_nought_where_it_is_told_and_hidden_elsewhere_is_not_usually_nought() {
        Course course = months("repeat_contacts", ago -> ago == 0 ? 12 : 0, any -> 40);
        assertTrue(now(course).isPresent());
        course.amount()[4] = Double.NaN;
        assertEquals(Optional.empty(), now(course));
    }

    @Test
    void a_course_of_few_windows_is_taken_as_wild_as_its_figure_typically_is() {
        Departure tame = departure(Slice.CITY, 300, 1_000);
        assertEquals(9, tame.drawnTo(1).z(), 1e-9);
        // half of the others are twice as wild as chance: 52 windows of its own against ten
        assertEquals(9 / Math.sqrt((52 + 10 * 4) / 62.0), tame.drawnTo(2).z(), 1e-9);
        Departure wild = new Departure(tame.course(), 1, tame.estimate(), 3);
        assertEquals(3, wild.drawnTo(2).z(), 1e-9, "it is wider by itself");
        List<Departure> others = List.of(departure(Slice.CITY, 300, 1_000), wild, wild);
        assertTrue(new Widths(others).applied(tame).z() < 9);
    }

    @Test
    void a_median_is_told_by_how_many_waited_longer_than_half_did() {
        List<Map<Integer, Double>> months = new ArrayList<>();
        for (int ago = 0; ago < 36; ago++) {
            double days = ago < 1 ? 19 : 9;
            SortedMap<Integer, Long> waits = new TreeMap<>();
            for (int i = 0; i < 80; i++) {
                waits.merge(LogBuckets.bucket(days * Math.exp(0.5 * random.nextGaussian())), 1L, Long::sum);
            }
            months.add(waits.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, bucket -> (double) bucket.getValue())));
            if (ago == 0) {
                assertEquals(
                        LogBuckets.quantile(waits, 0.5),
                        new Histogram(months).quantile(0, 1, 0.5),
                        1e-9,
                        "as published");
            }
        }
        Histogram histogram = new Histogram(months);
        Course course = new Course(
                CATALOGUE.kpi("waiting_time_median"),
                Slice.CITY,
                Pace.MONTH,
                NEWEST,
                histogram.past(LogBuckets.bucket(9)),
                histogram.all(),
                new double[36]);
        Departure departure = Departure.all(course, Expectation.all(course, histogram)).stream()
                .filter(one -> one.window() == 1)
                .findFirst()
                .orElseThrow();
        assertTrue(THRESHOLD.isTold(departure));
        assertEquals(19, departure.estimate().observed(), 3);
        assertEquals(9, departure.estimate().expected(), 1);
        assertEquals(40, departure.estimate().beyond(), 20, "half of 80 waited longer than usual, and now nearly all");
        assertFalse(departure.isFading());
    }

    @Test
    void the_narrowest_slice_that_carries_it_is_told_and_its_whole_stays_quiet() {
        Slice service = Slice.ofService(Optional.of("d"), "s");
        Departure whole = departure(service, 300, 1_000);
        Departure district = departure(service.inDistrict("101"), 280, 100);
        assertEquals(List.of(district), Narrowest.of(List.of(whole, district)));
        // that most come by web doesn't make it a matter of the web
        Departure web = departure(service.byChannel("web"), 210, 700);
        assertEquals(List.of(whole), Narrowest.of(List.of(whole, web)));
        // two services have all of what the city shows
        Departure city = departure(Slice.CITY, 600, 10_000);
        Departure other = departure(Slice.ofService(Optional.of("e"), "t"), 290, 900);
        assertEquals(List.of(other, district), Narrowest.of(List.of(city, whole, district, other)));
    }

    private Departure departure(Slice slice, double beyond, double cases) {
        Kpi kpi = CATALOGUE.kpi("requests");
        Course course = new Course(kpi, slice, Pace.WEEK, NEWEST, new double[1], new double[1], new double[1]);
        return new Departure(course, 1, new Estimate(cases + beyond, cases, 9, beyond, cases, 0.1), 1);
    }

    /** Of so many comparisons of each kind, all of a week or month. */
    private static Threshold threshold(int comparisons) {
        return threshold(
                Stream.of(
                        course("requests", new double[WEEKS], new double[WEEKS]),
                        months("requests", ago -> 0, ago -> 0),
                        months("due_kept", ago -> 0, ago -> 0)),
                comparisons);
    }

    private static Threshold threshold(Stream<Course> courses, int comparisons) {
        return Threshold.of(courses.map(course -> new Departure(course, 1, new Estimate(0, 0, 0, 0, 0, 1), 1))
                .flatMap(departure -> Collections.nCopies(comparisons, departure).stream())
                .toList());
    }

    private static Course months(String kpi, IntToDoubleFunction amount, IntToDoubleFunction base) {
        double[] days = IntStream.range(0, 36).mapToDouble(any -> 30).toArray();
        return new Course(
                CATALOGUE.kpi(kpi),
                Slice.CITY,
                Pace.MONTH,
                NEWEST,
                IntStream.range(0, 36).mapToDouble(amount).toArray(),
                IntStream.range(0, 36).mapToDouble(base).toArray(),
                days);
    }

    private Optional<Departure> told(Course course) {
        return told(course, Expectation.all(course));
    }

    private Optional<Departure> told(Course course, List<Expectation> expectations) {
        return Departure.all(course, expectations).stream()
                .filter(THRESHOLD::isTold)
                .max(Comparator.comparingDouble(departure -> Math.abs(departure.z())));
    }

    /** The newest piece, by the expectation that its past kept to best. */
    private static Optional<Estimate> now(Course course) {
        return Departure.all(course, Expectation.all(course)).stream()
                .filter(departure -> departure.window() == 1)
                .map(Departure::estimate)
                .findFirst();
    }

    /** @param mean by how many weeks ago */
    private Course requests(IntToDoubleFunction mean) {
        double[] counts = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> poisson(mean.applyAsDouble(ago)))
                .toArray();
        return course("requests", counts, new double[WEEKS]);
    }

    private double some(int cases, double share) {
        return IntStream.range(0, cases)
                .filter(any -> random.nextDouble() < share)
                .count();
    }

    private Course share(int cases, IntToDoubleFunction share) {
        double[] parts = IntStream.range(0, WEEKS)
                .mapToDouble(ago -> some(cases, share.applyAsDouble(ago)))
                .toArray();
        double[] all = IntStream.range(0, WEEKS).mapToDouble(any -> cases).toArray();
        return course("due_kept", parts, all);
    }

    private static Course course(String kpi, double[] amount, double[] base) {
        double[] weight = IntStream.range(0, WEEKS).mapToDouble(any -> 7).toArray();
        return new Course(CATALOGUE.kpi(kpi), Slice.CITY, Pace.WEEK, NEWEST, amount, base, weight);
    }

    /** Knuth's for small means, else the normal distribution. */
    private double poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
