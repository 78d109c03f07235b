package city.luotsi.dashboard.browser;

import static city.luotsi.dashboard.browser.Screens.KPI;
import static city.luotsi.dashboard.browser.Screens.STATEMENT;
import static city.luotsi.dashboard.browser.Screens.ready;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds on every screen: language, colours, width, and what axe finds. */
class DashboardIT extends InBrowser {
    private static final String DATA = "helsinki-demo/data";
    private static final String AS_PUBLISHED = "helsinki-demo@1/kpi/requests";
    private static final String CHANGES = "helsinki-demo/changes/1";
    private static final String WHY = KPI + "/why?period=2026-10&against=2025-10&by=service&table=why";
    private static final String SIDE_BY_SIDE =
            KPI + "?period=2026-10&by=district&look=map&with=year-ago&with=district:503&channel=phone&not=channel";
    private static final String MAP = KPI + "?period=2026-10&by=major_district&look=map";
    private static final String CROSSED = "helsinki-demo/kpi/requests?by=department&look=channel";
    private static final String SCORECARD = "helsinki-demo/scorecard";
    private static final String DEPARTMENT = "helsinki-demo/scorecard/education?month=2026-10";
    private static final String PASSPORT = "helsinki-demo/passport/digital_take_up?period=2026-10&department=education";
    private static final String DEEP =
            KPI + "?period=2026-10&by=channel&department=urban_environment&service=street_feedback";

    /** Used by the parameterized test. */
    static final List<String> EVERY_SCREEN = List.of(
            "helsinki-demo",
            KPI,
            DEEP,
            DATA,
            AS_PUBLISHED,
            CHANGES,
            WHY,
            SIDE_BY_SIDE,
            MAP,
            CROSSED,
            SCORECARD,
            DEPARTMENT,
            PASSPORT,
            STATEMENT);

    private final Page phone = chromium.window("sv-FI", 390, ColorScheme.LIGHT);

    DashboardIT(Opened opened) {
        super(opened);
    }

    @Test
    void another_page_begins_at_its_top() {
        Page page = open("en-GB", 390, "helsinki-demo");
        ready(page);
        page.locator(".tile h3 a").last().click();
        assertThat(page.locator(".now")).isVisible();
        ready(page);
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void the_language_is_the_browsers_until_one_is_chosen_and_then_remembered() {
        Page page = open("fi-FI", 1440, "helsinki-demo");
        assertThat(page.locator("html")).hasAttribute("lang", "fi");
        assertThat(page.locator("h1")).hasText("Helsinki, tilanne maanantaina 23.11.2026");
        assertThat(page.locator(".demonstration")).hasText("Esittelyaineisto");

        page.locator(".languages button[lang=sv]").click();
        assertThat(page.locator("h1")).hasText("Helsingfors, läget måndag 23 nov. 2026");
        assertThat(page.locator("html")).hasAttribute("lang", "sv");

        page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .ifPresent(_ -> page.context()
                        .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                                .setName("JSESSIONID")));
        page.reload();
        assertThat(page.locator("h1")).hasText("Helsingfors, läget måndag 23 nov. 2026");
    }

    @Test
    void a_browser_that_speaks_none_of_the_languages_gets_English() {
        Page page = open("ja-JP", 1440, "helsinki-demo");
        assertThat(page.locator("h1")).hasText("Helsinki, as of Monday 23 Nov 2026");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void dark_is_the_systems_until_one_is_chosen_and_then_there_from_the_first_byte() {
        Page page = chromium.window("en-GB", 1440, ColorScheme.DARK);
        page.navigate(dashboard.address("helsinki-demo"));
        ready(page);
        assertThat(ground(page)).isEqualTo("rgb(13, 21, 25)");

        page.locator(".schemes button").nth(1).click();
        assertThat(page.locator("html")).hasAttribute("theme", "light");
        assertThat(ground(page)).isEqualTo("rgb(244, 246, 247)");
        assertThat(page.request().get(dashboard.address("helsinki-demo")).text())
                .contains("color-scheme: light\"");
    }

    @Test
    void charts_take_the_colours_of_the_scheme() {
        Page page = open("en-GB", 1440, KPI);
        ready(page);
        assertThat(page.locator(".trend .line-0 .line")).hasCSS("stroke", "rgb(13, 107, 114)");
        page.locator(".schemes button").nth(2).click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        assertThat(page.locator(".trend .line-0 .line")).hasCSS("stroke", "rgb(87, 195, 194)");
    }

    @Test
    void gaps_of_a_line_say_why_they_are_there() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&service=resident_parking_permit&pace=day");
        ready(page);
        assertThat(page.locator(".trend .note").first())
                .hasText(Pattern.compile("No figure at \\d+ of 92 points: nothing to count in this period\\."));
        assertThat(page.locator(".trend .note").last())
                .hasText(Pattern.compile("No figure at \\d+ of 92 points: not provided by the source\\."));
    }

    @Test
    void a_line_tells_of_the_column_under_the_pointer_and_a_click_leads_there() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&pace=month&with=year-ago");
        ready(page);
        page.locator(".trend .plot").scrollIntoViewIfNeeded();
        BoundingBox plot = page.locator(".trend .plot").boundingBox();
        Locator tip = page.locator(".trend .tip");
        assertThat(tip).isHidden();
        for (double part : new double[] {0, 0.4, 0.6, 1}) {
            page.mouse().move(plot.x + part * plot.width, plot.y + plot.height / 2);
            assertThat(tip).isVisible();
            assertThat(page.evaluate("""
                            () => {
                              const [chart, tip] = ['luotsi-lines', 'luotsi-lines .box']
                                  .map(e => document.querySelector(e).getBoundingClientRect());
                              return tip.left >= chart.left && tip.right <= chart.right && tip.bottom <= chart.bottom;
                            }
                            """)).isEqualTo(true);
        }
        assertThat(tip.locator(".entry")).hasCount(2);
        assertThat(tip.locator(".entry").first())
                .hasText(Pattern.compile("October 2026[\\d.]+% \\([\\d,]+ of [\\d,]+\\)"));
        assertThat(tip.locator(".entry").last()).containsText("October 2025");

        page.mouse().click(plot.x + 1, plot.y + 5);
        assertThat(page).hasURL(Pattern.compile("^(?!.*period=2026-10).*$"));
        ready(page);
        page.mouse().move(0, 0);
        assertThat(page.locator(".trend .tip")).isHidden();
    }

    @ParameterizedTest
    @FieldSource("EVERY_SCREEN")
    void on_a_phone_nothing_sticks_out_and_everything_is_large_enough_to_touch(String place) {
        Page page = phone;
        page.navigate(dashboard.address(place));
        ready(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(page.evaluate("""
                        [...document.querySelectorAll('button:not(.skip), summary, main a, header a, .as-published a, vaadin-select, select')]
                            .filter(e => e.checkVisibility() && e.offsetParent && !e.closest('.tile h3'))
                            .map(e => [e.textContent.trim().slice(0, 40), e.getBoundingClientRect()])
                            .filter(([_, box]) => box.height && box.height < 43.5)
                            .map(([name, box]) => name + ' ' + box.height)
                        """)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_finds_nothing_on_any_screen(ColorScheme scheme) {
        for (int width : List.of(1440, 390)) {
            Page page = chromium.window("en-GB", width, scheme);
            for (String place :
                    Stream.concat(EVERY_SCREEN.stream(), Stream.of("atlantis")).toList()) {
                page.navigate(dashboard.address(place));
                ready(page);
                page.locator("summary").all().forEach(Locator::click);
                assertThat(Axe.violations(page))
                        .as("%s at %d in %s", place, width, scheme)
                        .isEmpty();
            }
            page.context().close();
        }
    }

    @Test
    void axe_would_find_something() {
        Page page = chromium.window("en-GB", 390, ColorScheme.LIGHT);
        page.setContent("<html lang='en'><title>Pale</title><main><h1>Pale</h1><img src='data:,'></main></html>");
        assertThat(Axe.violations(page)).singleElement().asString().startsWith("image-alt: ");
        page.context().close();
    }

    private static Object ground(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
