package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.RunsUnderWay;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Wording;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Around every screen: which city, whether it is a demonstration, which publication; languages and colours. */
@Layout
@JsModule("./luotsi-place.ts")
public final class CityLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private final transient Snapshots snapshots;
    private final transient RunsUnderWay runs;
    private final transient Reading reading;
    private final transient Wording wording;
    private final Settings settings;
    private final Header header = new Header();
    private final Div when = new Div();
    private final Div news = new Div();
    private final Div aloud = new Div();
    private final Paragraph problem = new Paragraph();
    private final Main main = new Main();
    private final Footer footer = new Footer();
    private final transient List<Anchor> links = new ArrayList<>();
    private String city = "";
    private String path = "";
    private int cities;
    private transient Snapshots.@Nullable Subscription subscription;

    CityLayout(Snapshots snapshots, RunsUnderWay runs, Reading reading) {
        this.snapshots = snapshots;
        this.runs = runs;
        this.reading = reading;
        this.wording = Wording.in(UI.getCurrent().getLocale());
        this.settings = new Settings(wording);
        addClassName("page");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        header.addClassName("bar");
        footer.addClassName("foot");
        when.addClassName("as-published");
        when.getElement().setAttribute("role", "status");
        when.setVisible(false);
        news.addClassName("news");
        news.getElement().setAttribute("role", "status");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "status");
        aloud.addClassNames("aloud", "told");
        aloud.getElement().setAttribute("role", "status");
        add(skipLink(), header, when, problem, news, aloud, main, footer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String entered = Places.city(event.getRouteParameters());
        path = event.getLocation().getPath();
        if (header.getComponentCount() == 0 || !entered.equals(city)) {
            city = entered;
            refresh();
        }
        links.forEach(this::markCurrent);
        event.getLocationChangeEvent()
                .getUI()
                .getPage()
                .executeJs("window.luotsi.settle($0, '/' + $1, $2)", main, path, aloud);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        // Vaadin's sign of a lost connection stands outside of every landmark, so it must say what it is
        page.getPage()
                .executeJs("document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
        subscription = snapshots.onChange(() -> {
            var _ = page.access(this::lookAgain);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
        }
    }

    /** The frame is made anew only if there is another city: whoever is just using it shall not lose their place. */
    private void lookAgain() {
        if (snapshots.all().size() == cities) {
            tellNews();
        } else {
            refresh();
        }
    }

    private void refresh() {
        cities = snapshots.all().size();
        Optional<Snapshot> snapshot = reading.of(city);
        header.removeAll();
        header.add(brand());
        if (cities > 1) {
            header.add(
                    new CityChoice(snapshots.all(), snapshot.map(Snapshot::city).orElse(city), wording));
        } else {
            snapshot.ifPresent(known -> header.add(cityName(known)));
        }
        snapshot.filter(known -> known.publication().demonstration()).ifPresent(known -> header.add(demonstration()));
        links.clear();
        snapshot.ifPresent(known -> header.add(navigation()));
        header.add(settings);
        footer.removeAll();
        snapshot.ifPresent(known -> footer.add(new Div(origin(known), underWay(known))));
        footer.add(link(Places.accessibility(snapshot.map(Snapshot::place)), "nav.accessibility"));
        links.forEach(this::markCurrent);
        tellWhen(snapshot.filter(Snapshot::isAsPublished));
        tellNews();
    }

    private Component brand() {
        Span sign = new Span();
        sign.addClassName("sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor(city.isEmpty() ? "." : Places.overview(city));
        brand.add(sign, new Span("Luotsi"));
        brand.addClassName("brand");
        brand.setAriaLabel(wording.say("nav.home"));
        return brand;
    }

    private Component navigation() {
        Nav navigation = new Nav(
                link(Places.overview(city), "nav.overview"),
                link(Places.scorecard(city, Optional.empty()), "nav.scorecard"),
                link(Places.data(city), "nav.data"));
        navigation.addClassName("bar-links");
        navigation.getElement().setAttribute("aria-label", wording.say("nav.main"));
        return navigation;
    }

    private Anchor link(String place, String key) {
        Anchor link = new Anchor(place, wording.say(key));
        link.addClassName("bar-link");
        links.add(link);
        return link;
    }

    /** Where one is: at the page itself, or somewhere below it. */
    private void markCurrent(Anchor link) {
        boolean overview = link.getHref().equals(Places.overview(city));
        if (path.equals(link.getHref())) {
            link.getElement().setAttribute("aria-current", "page");
        } else if (!overview && path.startsWith(link.getHref() + "/")) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    private Component cityName(Snapshot snapshot) {
        Span name = new Span(snapshot.publication().name().in(wording.locale()));
        name.addClassName("city");
        return name;
    }

    private Component demonstration() {
        Span label = new Span(wording.say("demonstration"));
        label.addClassName("demonstration");
        label.setTitle(wording.say("demonstration.hint"));
        return label;
    }

    private Component origin(Snapshot snapshot) {
        Words words = Words.of(wording.locale(), snapshot.publication());
        Span origin = new Span(wording.say("publication.in-use", Long.toString(snapshot.number()), made(snapshot)));
        Span label = new Span(snapshot.publication().demonstration() ? " · " + words.say("demonstration.hint") : "");
        return new Div(origin, label);
    }

    /** In the city's time. */
    private String made(Snapshot snapshot) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(wording.locale())
                .format(snapshot.publication()
                        .createdAt()
                        .atZone(snapshot.publication().zone()));
    }

    private Component underWay(Snapshot snapshot) {
        return new UnderWay(runs, snapshot.city(), snapshot.publication().zone(), wording);
    }

    /** Whoever reads what was published earlier is told so on every screen, and how to come back. */
    private void tellWhen(Optional<Snapshot> earlier) {
        when.removeAll();
        when.setVisible(earlier.isPresent());
        earlier.ifPresent(known -> when.add(
                new Span(wording.say("as-published", Long.toString(known.number()), made(known))),
                new Anchor(Places.overview(known.city()), wording.say("as-published.newest")),
                new Anchor(Places.changes(known.city(), known.number()), wording.say("as-published.changes"))));
    }

    /** Never changes what is being read: it offers. */
    private void tellNews() {
        news.removeAll();
        reading.newer(city).ifPresent(newer -> {
            NativeButton show = new NativeButton(wording.say("news.show"), event -> showNewest());
            show.addClassName("button");
            news.add(new Span(wording.say("news.published")), show);
        });
        news.setClassName("offered", news.getComponentCount() > 0);
        problem.setText(snapshots
                .problem(city)
                .map(why -> wording.say("news.unusable", why))
                .orElse(""));
    }

    private void showNewest() {
        reading.showNewest(city);
        getUI().ifPresent(page -> page.refreshCurrentRoute(true));
    }

    /** A link's target would be looked for below the page's base address, so it is the main part that takes the focus. */
    private Component skipLink() {
        NativeButton skip = new NativeButton(wording.say("nav.skip"));
        skip.addClassName("skip");
        skip.getElement()
                .setAttribute("onclick", "const m = document.getElementById('content'); m.focus(); m.scrollIntoView()");
        return skip;
    }
}
