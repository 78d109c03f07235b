package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All courses of a publication that are looked at: of each KPI that adds up or is kept as a histogram, in each slice. */
final class Courses {
    private final Publication publication;
    private final CellReader reader;
    private final HistogramReader histograms;
    private final LocalDate through;

    /** @param through the last day that counts; earlier than the publication's own to see what was to be seen then */
    Courses(Connection connection, Publication publication, LocalDate through) {
        this.publication = publication;
        this.reader = new CellReader(connection, publication);
        this.histograms = new HistogramReader(connection, publication);
        this.through = through;
    }

    /** A course, and what may be expected of it. */
    record Looked(Course course, List<Expectation> expectations) {
        Looked {
            expectations = List.copyOf(expectations);
        }
    }

    List<Looked> all() throws SQLException {
        List<Looked> courses = new ArrayList<>();
        for (Subject subject : publication.catalogue().subjects().values()) {
            Map<Integer, List<Kpi>> byDelay = kpis(subject).stream()
                    .collect(Collectors.groupingBy(Kpi::knownAfterDays, TreeMap::new, Collectors.toList()));
            for (Map.Entry<Integer, List<Kpi>> kpis : byDelay.entrySet()) {
                List<String> columns = columns(kpis.getValue());
                LocalDate known = through.minusDays(kpis.getKey());
                LocalDate months =
                        publication.confidentialThrough(kpis.getValue().getFirst(), through);
                CellSums weeks = reader.weeks(subject, columns, known);
                CellSums confidential = reader.months(subject, columns, months);
                Weekdays weekdays = reader.weekdays(
                        subject, publication.column(kpis.getValue().getFirst(), "rows"), known);
                for (CellSums sums : List.of(weeks, confidential)) {
                    Map<Slice, double[]> weights = weekdays.weights(sums);
                    for (Kpi kpi : kpis.getValue()) {
                        courses.addAll(of(kpi, sums, weights));
                    }
                }
            }
        }
        for (List<Kpi> kpis : quantiles()) {
            LocalDate newest = publication.confidentialThrough(kpis.getFirst(), through);
            histograms
                    .months(kpis.getFirst(), newest)
                    .forEach((slice, histogram) ->
                            kpis.forEach(kpi -> courses.add(quantile(kpi, slice, newest, histogram))));
        }
        return courses;
    }

    /** Those of the same values together. */
    private Collection<List<Kpi>> quantiles() {
        return publication.catalogue().kpis().values().stream()
                .filter(kpi -> kpi.rollup() == Rollup.QUANTILE)
                .collect(Collectors.groupingBy(
                        kpi -> publication.column(kpi, "measure"), TreeMap::new, Collectors.toList()))
                .values();
    }

    /** How many were past what was usual: a quantile rises exactly when that does. */
    private static Looked quantile(Kpi kpi, Slice slice, LocalDate newest, Histogram histogram) {
        Course course = new Course(
                kpi,
                slice,
                Pace.MONTH,
                newest,
                histogram.past(usual(kpi, histogram)),
                histogram.all(),
                new double[histogram.pieces()]);
        return new Looked(course, Expectation.all(course, histogram));
    }

    /** The bucket of the quantile before the longest window. */
    private static int usual(Kpi kpi, Histogram histogram) {
        int longest = Collections.max(Pace.MONTH.windows());
        return histogram.bucket(longest, Pace.MONTH.reference(), kpi.quantile());
    }

    /** Those that are sums or made of sums; of those that count the same, one per resident say, the first is enough. */
    private List<Kpi> kpis(Subject subject) {
        Set<List<String>> seen = new LinkedHashSet<>();
        return publication.catalogue().kpis().values().stream()
                .filter(kpi -> kpi.of().equals(subject.name()) && kpi.rollup().grainKind() == GrainKind.CELL)
                .sorted(java.util.Comparator.comparing((Kpi kpi) -> kpi.rollup() == Rollup.PER_RESIDENT))
                .filter(kpi -> seen.add(columns(List.of(kpi))))
                .toList();
    }

    private List<String> columns(List<Kpi> kpis) {
        Set<String> columns = new LinkedHashSet<>();
        for (Kpi kpi : kpis) {
            kpi.rollup().columns().forEach(role -> columns.add(publication.column(kpi, role)));
        }
        return List.copyOf(columns);
    }

    private List<Looked> of(Kpi kpi, CellSums sums, Map<Slice, double[]> weights) {
        Map<Slice, Course> courses = sums.slices().stream()
                // a channel has no share of channels, and its cases may end by another
                .filter(slice -> slice.channel().isEmpty() || kpi.rollup() == Rollup.SUM)
                .collect(Collectors.toMap(slice -> slice, slice -> course(kpi, slice, sums, weights)));
        return courses.values().stream()
                .map(course -> new Looked(
                        course,
                        course.slice()
                                .parent()
                                .filter(Slice::isWholeService)
                                .map(courses::get)
                                .map(service -> Expectation.ofPart(course, service))
                                .orElseGet(() -> Expectation.all(course))))
                .toList();
    }

    private Course course(Kpi kpi, Slice slice, CellSums sums, Map<Slice, double[]> weights) {
        Pace pace = sums.pace();
        LocalDate newest = sums.newest();
        List<String> columns = kpi.rollup().columns().stream()
                .map(role -> publication.column(kpi, role))
                .toList();
        double[] weight = weights.getOrDefault(slice, new double[sums.pieces()]);
        double[] none = new double[sums.pieces()];
        String first = columns.getFirst();
        return switch (kpi.rollup()) {
            case SUM, PER_RESIDENT -> new Course(kpi, slice, pace, newest, sums.pieces(slice, first), none, weight);
            case RATIO ->
                new Course(
                        kpi,
                        slice,
                        pace,
                        newest,
                        sums.pieces(slice, first),
                        sums.pieces(slice, columns.get(1)),
                        weight);
            case STOCK -> new Course(kpi, slice, pace, newest, sums.levels(slice, first), none, weight);
            case STOCK_AGE -> {
                double[] stock = sums.levels(slice, first);
                double[] ages = sums.levels(slice, columns.get(1));
                for (int ago = 0; ago < ages.length; ago++) {
                    ages[ago] = stock[ago] * pace.end(newest, ago).toEpochDay() - ages[ago];
                }
                yield new Course(kpi, slice, pace, newest, ages, stock, weight);
            }
            case QUANTILE, DISTINCT -> throw new IllegalStateException(kpi.name() + " isn't made of sums");
        };
    }
}
