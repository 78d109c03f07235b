package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.notes.NotesSection;
import city.luotsi.dashboard.notes.Scope;
import city.luotsi.dashboard.shell.Kept;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.shell.Still;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the page of one KPI. A step tells each of them what is shown now instead of making them anew: what stays the same
 * isn't sent, and whoever is just using it keeps their place.
 */
final class ExplorePage extends Div {
    private final transient Snapshot snapshot;
    private final transient Kpi kpi;
    private final transient Words words;
    private final transient Steps steps;
    private final Still trail = new Still(new Nav());
    private final Div above = new Div(trail);
    private final PeriodPicker period;
    private final FilterBar filters;
    private final NowSection now;
    private final TrendSection trend;
    private final NotesSection noted;
    private final BreakdownSection breakdown;

    ExplorePage(Cuts first, Words words, Loader loader, Notes notes, Steps steps) {
        this.snapshot = first.snapshot();
        this.kpi = words.publication().catalogue().kpi(first.exploration().kpi());
        this.words = words;
        this.steps = steps;
        this.period = new PeriodPicker(
                words, first.exploration().period(), chosen -> steps.change(there -> there.during(chosen)));
        this.filters = new FilterBar(words, steps);
        this.now = new NowSection(first, words, loader);
        this.trend = new TrendSection(first, words, loader, steps, notes);
        this.noted = new NotesSection(notes, loader, words, first.concern(), Scope.of(kpi.name(), first.filters()));
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
        trail.show(new Trail(cuts.exploration(), words));
        Kept.only(above, Stream.concat(Stream.of(trail), notices.stream()).toList());
        period.show(cuts.exploration().period());
        filters.show(cuts);
        now.show(cuts);
        trend.show(cuts);
        breakdown.show(cuts);
        noted.show(cuts.concern(), Scope.of(kpi.name(), cuts.filters()));
    }
}
