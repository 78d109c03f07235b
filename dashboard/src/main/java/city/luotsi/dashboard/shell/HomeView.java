package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** Leads to the city; where nothing is published yet, says in every language what makes it, and waits for it. */
@Route("")
public final class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Snapshots snapshots;
    private final String preferred;
    private transient Snapshots.@Nullable Subscription subscription;

    HomeView(Snapshots snapshots, @Value("${luotsi.city:}") String preferred) {
        this.snapshots = snapshots;
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
        removeAll();
        H1 name = new H1("Luotsi");
        add(name);
        for (Locale language : List.of(Locale.of("fi"), Locale.of("sv"), Locale.ENGLISH)) {
            add(explanation(Wording.in(language)));
        }
        snapshots.problems().forEach(problem -> add(new Paragraph(problem)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        subscription = snapshots.onChange(() -> {
            var _ = page.access(() -> first().ifPresent(city -> page.navigate(Places.overview(city.city()))));
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

    private static Component explanation(Wording wording) {
        Section section = new Section(
                new Paragraph(wording.say("nothing.title")),
                new Paragraph(wording.say("nothing.how")),
                new UnorderedList(
                        command(wording, "nothing.up", "./luotsi up"),
                        command(wording, "nothing.demo", "./luotsi jobs demo", "./luotsi jobs refresh"),
                        command(wording, "nothing.ingest", "./luotsi jobs ingest FILE", "./luotsi jobs refresh")),
                new Paragraph(wording.say("nothing.wait")));
        section.getElement().setAttribute("lang", wording.language());
        return section;
    }

    private static ListItem command(Wording wording, String key, String... commands) {
        ListItem item = new ListItem();
        for (String command : commands) {
            item.add(new Code(command), new Span(" "));
        }
        item.add(new Span(wording.say(key)));
        return item;
    }
}
