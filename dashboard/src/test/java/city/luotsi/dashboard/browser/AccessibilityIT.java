package city.luotsi.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe can't see: whether the story is told to those who listen, type, enlarge, or can't bear movement. */
class AccessibilityIT extends InBrowser {
    /** Used by the parameterized tests. */
    static final List<String> SCREENS = Screens.ALL;

    private static final int MOST_TABS = 150;

    /** What margins leave of a portrait page of A4, in pixels. */
    private static final int PAPER = 703;

    private final Page listener = chromium.window("en-GB", 1440, ColorScheme.LIGHT);
    private final Page magnifier = chromium.window("fi-FI", 1280, ColorScheme.LIGHT);

    AccessibilityIT(Opened opened) {
        super(opened);
    }

    @Test
    void the_keyboard_alone_leads_from_the_city_three_levels_down_and_its_place_is_always_seen() {
        Page page = open("en-GB", 1440, Screens.OVERVIEW);
        Screens.ready(page);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        focusIsSeen(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();

        tabTo(page, ".tile[data-kpi=digital_take_up] h3 a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Digital take-up");
        Screens.ready(page);

        tabTo(page, ".breakdown summary");
        page.keyboard().press("Enter");
        for (String level : List.of("By service", "By channel")) {
            assertThat(page.locator(".breakdown tbody th a").first()).isVisible();
            tabTo(page, ".breakdown tbody th a");
            page.keyboard().press("Enter");
            assertThat(page.locator(".breakdown h2")).hasText(level);
            assertThat(page.locator(".breakdown h2")).isFocused();
            Screens.ready(page);
        }
        assertThat(page.locator(".breakdown tbody th a").first()).isVisible();
        tabTo(page, ".breakdown tbody th a");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).hasCount(3);
        assertThat(page.locator(".trail li")).hasCount(5);
    }

    @Test
    void a_filter_is_added_by_keyboard_alone_and_nothing_is_chosen_before_it_was_seen() {
        Page page = open("en-GB", 1440, Screens.KPI + "?period=2026-10");
        Screens.ready(page);
        String address = page.url();
        tabTo(page, ".adder select");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".adder select:open")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(".adder select:open")).hasCount(0);
        assertThat(page).hasURL(address);
        assertThat(page.locator(".adder vaadin-combo-box")).hasCount(0);

        page.keyboard().press("C");
        assertThat(page.locator(".adder select:open")).hasCount(1);
        page.keyboard().type("Ch");
        page.keyboard().press("Enter");
        assertThat(page.locator(".adder vaadin-combo-box input")).isFocused();
        page.keyboard().type("Phone");
        assertThat(page.locator("vaadin-combo-box-item").first()).hasText("Phone");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).containsText("Phone");
        assertThat(page).hasURL(Pattern.compile(".*channel=phone.*"));
        assertThat(page.locator(".adder select")).isFocused();
    }

    @ParameterizedTest
    @FieldSource("SCREENS")
    void every_screen_makes_sense_read_from_its_beginning(String place) {
        Page page = listener;
        page.navigate(dashboard.address(place));
        Screens.ready(page);
        page.locator("summary").all().forEach(Locator::click);
        Screens.ready(page);
        AccessibilityTree tree = AccessibilityTree.of(page);

        for (String landmark : List.of("banner", "main", "contentinfo")) {
            assertThat(tree.all(landmark)).as(landmark).hasSize(1);
        }
        assertThat(tree.within("banner").names("navigation")).containsExactly("Main pages");
        assertThat(tree.within("contentinfo").names("link")).containsExactly("Accessibility");
        AccessibilityTree main = tree.within("main");
        List<Integer> levels =
                main.all("heading").stream().map(AccessibilityTree.Node::level).toList();
        assertThat(levels.getFirst()).isEqualTo(1);
        assertThat(levels).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("heading %d of %s", i, levels).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
        assertThat(main.all("img"))
                .allSatisfy(drawing -> assertThat(drawing.name()).matches(".*[A-Za-z]{3}.*\\d.*"));
        assertThat(main.names("table"))
                .allSatisfy(caption -> assertThat(caption).hasSizeGreaterThan(3));
        namesMakeSenseAlone(main);
    }

    /** The same name leads to the same place, and no name is a bare number or mark. */
    private static void namesMakeSenseAlone(AccessibilityTree main) {
        Map<String, String> places = new HashMap<>();
        for (AccessibilityTree.Node link : main.all("link")) {
            assertThat(link.read()).matches(".*\\p{L}{3}.*|\\d{4}");
            assertThat(places.merge(link.read(), link.url(), (first, _) -> first))
                    .as("the links that are called '%s'", link.read())
                    .isEqualTo(link.url());
        }
        assertThat(main.names("button")).allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(main.names("button").stream().filter(name -> name.startsWith("Answer")))
                .allMatch(name -> name.contains(": "))
                .doesNotHaveDuplicates();
        List<String> opened = main.nodes().stream()
                .filter(node -> node.role().equals("group") || node.role().equals("button"))
                .map(AccessibilityTree.Node::read)
                .filter(name -> name.startsWith("Show as table"))
                .toList();
        assertThat(opened).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | Helsinki, as of Monday 23 Nov 2026     | 2 things need you                    | Digital take-up       | [\\d.]+% [\\d,]+ of [\\d,]+    | up [\\d.]+ percentage points against October 2025 better   | Target 75% – met           | The last 13 months: from
                    fi-FI | Helsinki, tilanne maanantaina 23.11.2026 | 2 asiaa vaatii huomiotasi          | Digiasioinnin osuus   | [\\d,]+ % [\\d ]+ / [\\d ]+    | nousua [\\d,]+ prosenttiyksikköä vrt. lokakuu 2025 parempi | Tavoite 75 % – saavutettu  | Viimeiset 13 kuukautta: alussa
                    sv-FI | Helsingfors, läget måndag 23 nov. 2026 | 2 saker kräver din uppmärksamhet     | Digital användning    | [\\d,]+ % [\\d ]+ av [\\d ]+   | upp [\\d,]+ procentenheter jämfört med oktober 2025 bättre | Mål 75 % – uppnått         | De senaste 13 månaderna: i början
                    """)
    void the_first_page_tells_what_changed_and_each_figure_with_its_unit_direction_and_target(
            String language,
            String title,
            String situation,
            String kpi,
            String figure,
            String change,
            String target,
            String course) {
        Page page = open(language, 1440, Screens.OVERVIEW);
        Screens.ready(page);
        AccessibilityTree main = AccessibilityTree.of(page).within("main");
        assertThat(main.names("heading").getFirst()).isEqualTo(title);
        assertThat(main.names("heading").get(1)).startsWith(situation);
        AccessibilityTree tile = main.item(kpi);
        assertThat(tile.told().replaceAll("[\\u00a0\\u202f]", " "))
                .containsPattern(figure)
                .containsPattern(change)
                .contains(target);
        assertThat(tile.names("img")).singleElement().asString().startsWith(course);
    }

    @Test
    void the_page_of_a_figure_says_in_a_sentence_what_each_chart_shows() {
        Page page = open("en-GB", 1440, Screens.KPI + "?period=2026-10");
        Screens.ready(page);
        AccessibilityTree main = AccessibilityTree.of(page).within("main");
        assertThat(main.names("img"))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .matches("Digital take-up over time: \\w+ \\d{4} [\\d.]+%, October 2026 [\\d.]+%");
        assertThat(main.names("list"))
                .anySatisfy(bars -> assertThat(bars)
                        .matches("Digital take-up by department: highest .*, [\\d.]+%; lowest .*, [\\d.]+%"));
        assertThat(main.names("link")).anySatisfy(bar -> assertThat(bar).matches("Education Division [\\d.]+%"));
        assertThat(main.told()).contains("Why? Digital take-up", "Passport of this number");
    }

    @Test
    void a_heat_map_says_where_it_is_highest_and_where_lowest() {
        listener.navigate(dashboard.address("helsinki-demo/kpi/requests?by=department&look=channel"));
        Screens.ready(listener);
        assertThat(AccessibilityTree.of(listener).within("main").told())
                .containsPattern("Highest: [^:]+, [^:]+: [\\d,]+\\. Lowest: [^:]+, [^:]+: [\\d,]+\\.");
    }

    @ParameterizedTest
    @FieldSource("SCREENS")
    void enlarged_twice_and_on_the_narrowest_phone_nothing_is_lost(String place) {
        Page page = magnifier;
        page.setViewportSize(1280, 800);
        page.navigate(dashboard.address(place));
        Screens.ready(page);
        List<String> wide = strings(page, TEXTS);
        for (int width : List.of(640, 320)) {
            page.setViewportSize(width, 800);
            page.waitForFunction("document.documentElement.scrollWidth <= innerWidth");
            assertThat(strings(page, TEXTS)).as("at %d", width).containsAll(wide);
            assertThat(strings(page, CUT_OFF)).as("at %d", width).isEmpty();
        }
    }

    /** All that is read on a page, piece by piece; the charts have it in their tables. */
    private static final String TEXTS = """
            () => {
                const texts = new Set();
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const within = walker.currentNode.parentElement;
                    if (within.checkVisibility() && !within.closest('luotsi-lines, script, style')) {
                        texts.add(walker.currentNode.textContent.trim());
                    }
                }
                return [...texts];
            }
            """;

    /** Whatever has more in it than it shows and can't be scrolled; what is only for listeners is a pixel small. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('main *, header *, footer *')]
                .filter(e => e.checkVisibility() && !e.closest('luotsi-lines, svg') && e.clientWidth > 1)
                .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
                .filter(e => e.scrollWidth > e.clientWidth + 1)
                .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40))
            """;

    @Test
    void where_less_motion_is_asked_for_nothing_moves() {
        Page page = chromium.window("en-GB", 1440, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (String place : List.of(Screens.OVERVIEW, Screens.KPI)) {
            page.navigate(dashboard.address(place));
            assertThat(page.locator("h1")).isVisible();
            assertThat(strings(page, MOVING)).isEmpty();
            Screens.ready(page);
            assertThat(strings(page, MOVING)).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(strings(page, MOVING)).isNotEmpty();
    }

    /** Of our own elements and of what stands before and after them. */
    private static final String MOVING = """
            () => [...document.querySelectorAll('body, body *')]
                .filter(e => !e.tagName.startsWith('VAADIN-'))
                .flatMap(e => [null, '::before', '::after'].map(part => [e, part, getComputedStyle(e, part)]))
                .filter(([e, part, style]) => parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none')
                .map(([e, part, style]) => e.tagName + '.' + e.className + (part ?? ''))
                .concat(document.getAnimations().map(a => 'running: ' + a.effect.target.tagName))
            """;

    @Test
    void on_paper_a_chart_is_as_wide_as_the_page_and_there_is_nothing_to_choose() {
        Page page = open("en-GB", 1440, Screens.KPI + "?period=2026-10");
        Screens.ready(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER, 1000);
        assertThat(page.evaluate("document.querySelector('luotsi-lines').clientWidth"))
                .isEqualTo(PAPER);
        assertThat(strings(page, NAMED)).hasSizeGreaterThan(2);
        assertThat(page.locator("select:visible")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"year", "quarter", "month", "week", "day"})
    void names_below_a_chart_stand_apart_and_within_it_however_much_room_there_is(String pace) {
        for (String language : List.of("en-GB", "fi-FI")) {
            Page page = open(language, 1440, Screens.KPI + "?period=2026-10&pace=" + pace);
            Screens.ready(page);
            List<String> most = strings(page, NAMED);
            for (int width : List.of(1440, 1024, 640, 390, 320)) {
                page.setViewportSize(width, 900);
                assertThat(strings(page, NAMED))
                        .as("at %d", width)
                        .isNotEmpty()
                        .endsWith(most.getLast())
                        .isSubsetOf(most);
                assertThat(strings(page, CROWDED)).as("at %d", width).isEmpty();
            }
            page.context().close();
        }
    }

    /** Names below the axis that are seen. */
    private static final String NAMED = """
            () => [...document.querySelectorAll('luotsi-lines .tick')].filter(e => e.clientWidth).map(e => e.textContent)
            """;

    /** Those that are cut off, stick out, or come too near to the one before. */
    private static final String CROWDED = """
            () => {
                const chart = document.querySelector('luotsi-lines').getBoundingClientRect();
                return [...document.querySelectorAll('luotsi-lines .tick')]
                    .filter(e => e.clientWidth)
                    .map(e => [e, e.getBoundingClientRect()])
                    .filter(([e, box], i, all) => e.scrollWidth > e.clientWidth
                        || box.left < chart.left - 1 || box.right > chart.right + 1 || box.bottom > chart.bottom
                        || (i && box.left < all[i - 1][1].right + 4))
                    .map(([e]) => e.textContent);
            }
            """;

    @Test
    void on_a_phone_the_names_of_bars_leave_them_the_whole_width() {
        Page page = open("en-GB", 390, Screens.KPI + "/why?period=2026-10&against=2025-10&by=service");
        Screens.ready(page);
        assertThat(page.evaluate("""
                        () => {
                          const all = document.querySelector('luotsi-bars').getBoundingClientRect();
                          const longest = Math.max(...[...document.querySelectorAll('luotsi-bars .ink')]
                              .map(ink => ink.getBoundingClientRect().right));
                          return Math.round(all.right - longest);
                        }
                        """)).isEqualTo(0);
    }

    @Test
    void what_a_filter_changes_is_said_in_a_region_that_was_there_before() {
        Page page = open("en-GB", 1440, Screens.KPI + "?period=2026-10&department=education");
        Locator aloud = page.locator(".aloud[role=status]");
        assertThat(aloud)
                .hasText(Pattern.compile("Digital take-up, October 2026: [\\d.]+% \\([\\d,]+ of [\\d,]+\\)\\..*"));
        String before = aloud.innerText();
        page.evaluate("document.querySelector('.aloud').seen = true");

        page.locator(".chip button").last().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).hasCount(0);
        assertThat(aloud).not().hasText(before);
        assertThat(aloud).hasText(Pattern.compile("Digital take-up, October 2026: .*Target 75% – .*"));
        assertThat(page.evaluate("document.querySelector('.aloud').seen")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-GB | Accessibility statement   | partially compliant          | This installation names no address for feedback
                    fi-FI | Saavutettavuusseloste     | täyttää osittain WCAG 2.1    | Palautteelle ei ole annettu osoitetta
                    sv-FI | Tillgänglighetsutlåtande  | uppfyller delvis kraven      | Ingen adress för respons är angiven
                    """)
    void the_statement_is_one_step_away_and_makes_nothing_up(
            String language, String title, String status, String missing) {
        Page page = open(language, 390, Screens.OVERVIEW);
        page.locator("footer a").click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("main")).containsText(status);
        assertThat(page.locator(".who").first()).containsText(missing);
        assertThat(page.locator(".who code").first()).hasText("LUOTSI_ACCESSIBILITY_CONTACT");
        assertThat(page.locator("footer a")).hasAttribute("aria-current", "page");
        assertThat(Axe.violations(page)).isEmpty();
    }

    private static List<String> strings(Page page, String script) {
        return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
    }

    /** Step by step, as somebody without a mouse goes. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            focusIsSeen(page);
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("%d steps don't lead to %s".formatted(MOST_TABS, selector));
    }

    /** Where the keyboard is has an outline, is on the screen, and nothing lies over it. */
    private static void focusIsSeen(Page page) {
        assertThat(page.evaluate("""
                        () => {
                            const at = document.activeElement;
                            const outlined = (e, part) => {
                                const style = getComputedStyle(e, part);
                                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                            };
                            const field = at.closest('vaadin-select, vaadin-combo-box')
                                ?.shadowRoot.querySelector('[part~=input-field]');
                            const box = at.getBoundingClientRect();
                            const where = at.tagName + '.' + at.className + ' ' + at.textContent.slice(0, 40);
                            if (!outlined(at) && !outlined(at, '::after') && !(field && outlined(field))) {
                                return 'no outline: ' + where;
                            }
                            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                            return inside ? '' : 'off the screen: ' + where;
                        }
                        """)).isEqualTo("");
    }
}
