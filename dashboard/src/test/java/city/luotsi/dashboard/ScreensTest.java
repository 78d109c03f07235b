package city.luotsi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.data.ChangesView;
import city.luotsi.dashboard.data.DataView;
import city.luotsi.dashboard.explore.ExploreView;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.overview.OverviewView;
import city.luotsi.dashboard.scorecard.ScorecardView;
import city.luotsi.dashboard.snapshot.RunsUnderWay;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The screens without a browser: what stands on them before and after the figures come. */
@SpringBootTest
class ScreensTest extends SpringBrowserlessTest {

    @Autowired
    private Loader loader;

    @Autowired
    private RunsUnderWay runs;

    private static final Path DATA = Published.copy();

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("luotsi.data", DATA::toString);
    }

    @Test
    void what_the_jobs_are_doing_is_told_on_every_page_without_a_reload() throws Exception {
        navigate("helsinki-demo/data", DataView.class);
        assertThat(underWay()).containsOnly("");
        try (RunningJob job = new RunningJob(DATA.resolve("helsinki-demo"), "refresh")) {
            job.says("adding up service_step_cells", "2026-11-24T07:41:00Z");
            look();
            assertThat(underWay())
                    .hasSize(2)
                    .containsOnly("New figures are being computed: adding up service_step_cells, since 09:41");

            job.isKilled();
            look();
            assertThat(underWay()).containsOnly("");
        }
    }

    private List<String> underWay() {
        return find(Paragraph.class).withClassName("under-way").all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    /** As the background does: it tells the page once the page's lock is free. */
    private void look() throws InterruptedException {
        UI page = UI.getCurrent();
        Thread looking = Thread.ofPlatform().start(runs::look);
        looking.join();
        page.getSession().unlock();
        page.getSession().lock();
    }

    @Test
    void the_first_address_leads_to_the_city() {
        UI.getCurrent().navigate("");
        assertThat(getCurrentView()).isInstanceOf(OverviewView.class);
    }

    @Test
    void the_overview_has_a_tile_per_headline_KPI_in_order_before_any_figure_is_there() {
        OverviewView overview = navigate("helsinki-demo", OverviewView.class);
        assertThat(find(H1.class, overview).single().getText()).isEqualTo("Helsinki, as of Monday 23 Nov 2026");
        assertThat(find(ListItem.class, overview).withClassName("tile").all())
                .extracting(tile -> tile.getElement().getAttribute("data-kpi"))
                .startsWith("requests", "digital_take_up", "waiting_time_median")
                .hasSize(12);
    }

    @Test
    void a_demonstration_city_says_so() {
        navigate("helsinki-demo", OverviewView.class);
        assertThat(find(Span.class).withClassName("demonstration").single().getText())
                .isEqualTo("Demonstration data");
        navigate("helsinki-demo/kpi/requests", ExploreView.class);
        assertThat(find(Span.class).withClassName("demonstration").single().getText())
                .isEqualTo("Demonstration data");
    }

    @Test
    void a_tile_leads_to_its_page_with_the_same_period() {
        UI.getCurrent().navigate("helsinki-demo", QueryParameters.of("period", "2026-Q3"));
        OverviewView overview = find(OverviewView.class).single();
        assertThat(find(Anchor.class, overview).all())
                .extracting(Anchor::getHref)
                .contains("helsinki-demo/kpi/digital_take_up?period=2026-Q3");
    }

    @Test
    void what_was_published_earlier_says_so_on_every_screen_and_keeps_to_itself() {
        UI.getCurrent().navigate("helsinki-demo@1");
        OverviewView overview = find(OverviewView.class).single();
        assertThat(asPublished()).startsWith("As published on 24 Nov 2026").contains("(publication 1)");
        assertThat(find(Anchor.class, overview).all())
                .extracting(Anchor::getHref)
                .allMatch(link -> link.startsWith("helsinki-demo@1/"));
        UI.getCurrent().navigate("helsinki-demo@1/kpi/requests");
        assertThat(asPublished()).contains("(publication 1)");
        UI.getCurrent().navigate("helsinki-demo");
        assertThat(find(Div.class).withClassName("as-published").all()).isEmpty();
        UI.getCurrent().navigate("helsinki-demo@99");
        assertThat(find(OverviewView.class).all()).isEmpty();
    }

    private String asPublished() {
        return text(find(Div.class).withClassName("as-published").single());
    }

    @Test
    void what_differs_between_two_publications_has_its_page() {
        ChangesView changes = navigate("helsinki-demo/changes/1", ChangesView.class);
        assertThat(find(H1.class, changes).single().getText())
                .isEqualTo("What differs between two publications of Helsinki");
        assertThat(text(changes)).contains("All key figures are defined as before.");
    }

    @Test
    void a_scorecard_keeps_its_department_and_month_in_its_address() {
        UI.getCurrent().navigate("helsinki-demo/scorecard/education", QueryParameters.of("month", "2026-08"));
        ScorecardView card = find(ScorecardView.class).single();
        assertThat(find(H1.class, card).single().getText()).isEqualTo("Scorecard: Education Division, August 2026");
        assertThat(find(Anchor.class, card).all())
                .extracting(Anchor::getHref)
                .contains("helsinki-demo/kpi/requests?period=2026-08&department=education");
        UI.getCurrent().navigate("helsinki-demo/scorecard", QueryParameters.of("month", "2026-Q3"));
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .endsWith(": 2026-Q3");
        UI.getCurrent().navigate("helsinki-demo/scorecard/magic");
        assertThat(find(ScorecardView.class).all()).isEmpty();
    }

    @Test
    void an_unknown_city_or_figure_gets_a_sentence() {
        UI.getCurrent().navigate("atlantis");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("The address /atlantis leads to no city and no key figure that is published.");
    }

    @Test
    void a_piece_that_fails_says_so_in_the_readers_language_and_can_be_tried_again() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Slot<String> slot = new Slot<String>(
                        loader,
                        Wording.in(Locale.of("fi")),
                        () -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new IllegalStateException("the file is gone");
                            }
                            return "71.4%";
                        },
                        Span::new)
                .andTell(state -> {
                    if (!(state instanceof TileState.Loading)) {
                        first.countDown();
                        second.countDown();
                    }
                });
        UI.getCurrent().add(slot);
        await(first);
        assertThat(text(slot))
                .contains("Lukua ei saatu haettua.", "sen syy on ohjelman lokissa", "Yritä uudelleen")
                .doesNotContain("the file is gone");

        test(find(NativeButton.class, slot).single()).click();
        await(second);
        assertThat(text(slot)).isEqualTo("71.4%");
    }

    @Test
    void a_piece_that_left_the_page_is_not_told_any_more() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        Slot<String> slow = new Slot<String>(
                        loader,
                        Wording.in(Locale.ENGLISH),
                        () -> {
                            left.await();
                            return "late";
                        },
                        Span::new)
                .andTell(state -> told.incrementAndGet());
        CountDownLatch loaded = new CountDownLatch(1);
        Slot<String> next = new Slot<String>(loader, Wording.in(Locale.ENGLISH), () -> "in time", Span::new)
                .andTell(state -> {
                    if (state instanceof TileState.Loaded) {
                        loaded.countDown();
                    }
                });
        UI.getCurrent().add(slow);
        UI.getCurrent().remove(slow);
        UI.getCurrent().add(next);
        await(loaded);
        left.countDown();
        assertThat(text(next)).isEqualTo("in time");
        assertThat(told).hasValue(0);
    }

    @Test
    void what_an_address_says_in_vain_is_told() {
        UI.getCurrent().navigate("helsinki-demo", QueryParameters.of("period", "soon"));
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .isEqualTo("Part of this address means nothing here and was left out: soon");
        UI.getCurrent().navigate("helsinki-demo/kpi/requests", QueryParameters.of("department", "magic"));
        assertThat(find(Paragraph.class).withClassName("notice").single().getText())
                .endsWith(": magic");
    }

    /** The result comes from another thread: the page's lock is let go while it is awaited. */
    private static void await(CountDownLatch latch) throws InterruptedException {
        UI page = UI.getCurrent();
        page.getSession().unlock();
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            page.getSession().lock();
        }
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
