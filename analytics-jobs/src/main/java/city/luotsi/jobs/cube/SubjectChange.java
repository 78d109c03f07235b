package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings a subject's tables from one version of the lake to the next: new rows minus old rows, and the days that have
 * become complete meanwhile.
 */
final class SubjectChange {
    /** The instants whose days a subject's rows may stand on. */
    private static final List<String> INSTANTS = List.of("requested_at", "responded_at", "due_at", "ended_at");

    private final CubeBuild build;
    private final SubjectViews views;
    private final LakeViews codes;
    private final LakeSurvey survey;
    private final LakeChange change;
    private final LakeVersion lake;

    SubjectChange(
            CubeBuild build,
            SubjectViews views,
            LakeViews codes,
            LakeSurvey survey,
            LakeChange change,
            LakeVersion lake) {
        this.build = build;
        this.views = views;
        this.codes = codes;
        this.survey = survey;
        this.change = change;
        this.lake = lake;
    }

    /** @param before the last day that was complete when the older cube was made */
    void apply(Subject subject, Catalogue catalogue, LocalDate before, CubeFile file) throws SQLException {
        LocalDate through = survey.data().to();
        Optional<String> days = daysBetween(before, through, knownAfter(subject, catalogue));
        List<Part> parts = subject.together().isEmpty()
                ? ownRows(before, through, days)
                : rowsTogether(subject, before, through, days);
        List<LocalDate> months = build.monthsToSketch(subject, parts);
        for (AddedUp rows : build.sums(subject, parts)) {
            file.changed(rows);
        }
        if (months.isEmpty()) {
            return;
        }
        Part anew = new Part("months", 1, Window.until(through));
        views.create(anew, events(subject.together().isEmpty() ? lake.events().where(in(months)) : lake.events()));
        for (AddedUp rows : build.sketches(subject, anew, "month in (" + dates(months) + ")")) {
            file.replaced(rows, months);
        }
    }

    /** Each row depends on its own event: what came less what went, and the days that are complete now. */
    private List<Part> ownRows(LocalDate before, LocalDate through, Optional<String> days) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("came", 1, Window.until(before), change.came()));
        parts.add(part("gone", -1, Window.until(before), change.gone()));
        if (days.isPresent()) {
            boolean more = before.isBefore(through);
            Window window = more ? Window.between(before, through) : Window.between(through, before);
            parts.add(part("days", more ? 1 : -1, window, lake.events().where(days.get())));
        }
        return parts;
    }

    /** Rows depend on each other: all rows of those that were touched, as they are now less as they were. */
    private List<Part> rowsTogether(Subject subject, LocalDate before, LocalDate through, Optional<String> days) {
        Dataset<Row> touched = change.touched(subject.together(), days.orElse("false"));
        return List.of(
                part("now", 1, Window.until(through), change.now(touched)),
                part("before", -1, Window.until(before), change.before(touched)));
    }

    private Part part(String name, int sign, Window window, Dataset<Row> rows) {
        Part part = new Part(name, sign, window);
        views.create(part, events(rows));
        return part;
    }

    private Dataset<Row> events(Dataset<Row> rows) {
        return codes.events(rows, survey);
    }

    /** After how many days a KPI of the subject is known, 0 among them. */
    private static int[] knownAfter(Subject subject, Catalogue catalogue) {
        return IntStream.concat(
                        IntStream.of(0),
                        catalogue.kpis().values().stream()
                                .filter(kpi -> kpi.of().equals(subject.name()))
                                .mapToInt(Kpi::knownAfterDays))
                .distinct()
                .toArray();
    }

    /** SQL: the events with a day that counts now and didn't, or the other way round. */
    private static Optional<String> daysBetween(LocalDate one, LocalDate other, int[] knownAfter) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        Window window = one.isBefore(other) ? Window.between(one, other) : Window.between(other, one);
        return Optional.of(IntStream.of(knownAfter)
                .mapToObj(window::movedBack)
                .map(SubjectChange::anyInstantIn)
                .collect(Collectors.joining(" or ")));
    }

    private static String in(List<LocalDate> months) {
        return months.stream()
                .map(month ->
                        Window.between(month.minusDays(1), month.plusMonths(1).minusDays(1)))
                .map(SubjectChange::anyInstantIn)
                .collect(Collectors.joining(" or "));
    }

    private static String anyInstantIn(Window window) {
        return INSTANTS.stream().map(window::containsInstant).collect(Collectors.joining(" or "));
    }

    private static String dates(List<LocalDate> months) {
        return months.stream().map("date '%s'"::formatted).collect(Collectors.joining(", "));
    }
}
