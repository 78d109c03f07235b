package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.notes.NotesSection;
import city.luotsi.dashboard.notes.Scope;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.shell.Still;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the page of one KPI. A step tells each of them what is shown now instead of making them anew: what stays the same
 * isn't sent, and whoever is just using it keeps their place.
 */
final class ExplorePage extends Div {
    private final transient Snapshot snapshot;
    private final transient Kpi kpi;
    private final transient Words words;
    private final transient Loader loader;
    private final transient Notes notes;
    private final transient Steps steps;
    private final Div above = new Div();
    private final PeriodPicker period;
    private final FilterBar filters;
    private final NowSection now;
    private final TrendSection trend;
    private final Div noted = new Div();
    private final BreakdownSection breakdown;
    private transient Optional<Map<String, Set<String>>> notedOf = Optional.empty();

    ExplorePage(Cuts first, Words words, Loader loader, Notes notes, Steps steps) {
        this.snapshot = first.snapshot();
        this.kpi = words.publication().catalogue().kpi(first.exploration().kpi());
        this.words = words;
        this.loader = loader;
        this.notes = notes;
        this.steps = steps;
        this.period = new PeriodPicker(
                words, first.exploration().period(), chosen -> steps.change(there -> there.during(chosen)));
        this.filters = new FilterBar(words, steps);
        this.now = new NowSection(words, loader);
        this.trend = new TrendSection(first, words, loader, steps, notes);
        this.breakdown = new BreakdownSection(first, words, loader, steps);
        addClassName("explore");
        Paragraph meaning = new Paragraph(words.text(kpi.meaning()));
        meaning.addClassName("meaning");
        Div head = new Div(new Div(new H1(words.text(kpi.title())), meaning), period);
        head.addClassName("head");
        add(above, head, filters, now, trend, noted, breakdown, new Still(new Definition(kpi, words)));
    }

    /** The same KPI of the same publication can be shown in the same parts. */
    boolean isOf(Cuts cuts) {
        return cuts.snapshot() == snapshot && cuts.exploration().kpi().equals(kpi.name());
    }

    void show(Cuts cuts, List<Notice> notices) {
        steps.arrived(cuts.exploration());
        above.removeAll();
        above.add(new Still(new Trail(cuts.exploration(), words)));
        notices.forEach(above::add);
        period.show(cuts.exploration().period());
        filters.show(cuts);
        now.show(cuts);
        trend.show(cuts);
        breakdown.show(cuts);
        Map<String, Set<String>> members = cuts.filters();
        if (notedOf.filter(members::equals).isEmpty()) {
            notedOf = Optional.of(members);
            noted.removeAll();
            noted.add(new NotesSection(notes, loader, words, cuts.concern(), Scope.of(kpi.name(), members)));
        }
    }
}
