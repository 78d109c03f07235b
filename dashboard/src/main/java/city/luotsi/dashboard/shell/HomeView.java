package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.RunsUnderWay;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Leads to the city; where nothing is published yet, says what makes it, and waits for it. */
@Route("")
public final class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Snapshots snapshots;
    private final transient RunsUnderWay runs;
    private final String preferred;
    private transient Snapshots.@Nullable Subscription subscription;

    HomeView(Snapshots snapshots, RunsUnderWay runs, @Value("${luotsi.city:}") String preferred) {
        this.snapshots = snapshots;
        this.runs = runs;
        this.preferred = preferred;
        addClassName("nothing");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Snapshot> city = first();
        if (city.isPresent()) {
            event.forwardTo(Places.overview(city.get().city()));
            return;
        }
        explain(Wording.in(event.getUI().getLocale()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        subscription = snapshots.onChange(() -> {
            var _ = page.access(() -> first().ifPresentOrElse(
                            city -> page.navigate(Places.overview(city.city())),
                            () -> explain(Wording.in(page.getLocale()))));
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
        }
    }

    @Override
    public String getPageTitle() {
        return "Luotsi";
    }

    private Optional<Snapshot> first() {
        List<Snapshot> all = snapshots.all();
        return all.stream()
                .filter(snapshot ->
                        snapshot.city().equals(preferred) || snapshot.city().equals(preferred + "-demo"))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private void explain(Wording wording) {
        String city = preferred.isBlank() ? "helsinki" : preferred.replaceFirst("-demo$", "");
        removeAll();
        SortedMap<String, String> problems = snapshots.problems();
        if (problems.isEmpty()) {
            begin(wording, city);
        } else {
            repair(wording, problems);
        }
        add(
                new Paragraph(wording.say("nothing.wait")),
                // its pack isn't known here, so times are told as this machine has them
                new UnderWay(runs, city, ZoneId.systemDefault(), wording),
                new UnderWay(runs, city + "-demo", ZoneId.systemDefault(), wording));
    }

    private void begin(Wording wording, String city) {
        add(
                new H1(wording.say("nothing.title")),
                new Paragraph(wording.say("nothing.how")),
                new UnorderedList(
                        way(wording, "nothing.up", "./luotsi up"),
                        way(
                                wording,
                                "nothing.demo",
                                "./luotsi jobs demo --city %s-demo".formatted(city),
                                "./luotsi jobs refresh --city %s-demo".formatted(city)),
                        way(
                                wording,
                                "nothing.ingest",
                                "./luotsi jobs ingest --city %s FILE".formatted(city),
                                "./luotsi jobs refresh --city %s".formatted(city))));
    }

    /** What was published before is whole in the lake: it can be published again. */
    private void repair(Wording wording, SortedMap<String, String> problems) {
        add(new H1(wording.say("nothing.unusable")));
        UnorderedList ways = new UnorderedList();
        problems.forEach((city, problem) -> {
            Paragraph why = new Paragraph(wording.say("nothing.unusable.why", city, problem));
            why.addClassName("problem");
            add(why);
            ways.add(way(wording, "nothing.again", "./luotsi jobs refresh --whole --city %s".formatted(city)));
        });
        add(ways);
    }

    private static ListItem way(Wording wording, String key, String... commands) {
        ListItem way = new ListItem(new Paragraph(wording.say(key)));
        for (String command : commands) {
            way.add(new Code(command));
        }
        return way;
    }
}
