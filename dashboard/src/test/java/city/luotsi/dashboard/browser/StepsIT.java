package city.luotsi.dashboard.browser;

import static city.luotsi.dashboard.browser.Screens.KPI;
import static city.luotsi.dashboard.browser.Screens.ready;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a figure into its parts and back: every step is an address. */
class StepsIT extends InBrowser {
    private static final String MAP = KPI + "?period=2026-10&by=major_district&look=map";

    StepsIT(Opened opened) {
        super(opened);
    }

    @Test
    void clicks_lead_down_three_levels_and_back_leads_up_again() {
        Page page = open("en-GB", 1440, "helsinki-demo");
        page.locator(".tile[data-kpi=digital_take_up] h3 a").click();
        assertThat(page.locator("h1")).hasText("Digital take-up");
        heading(page, "By department");

        clickFirstBar(page);
        heading(page, "By service");
        assertThat(page.locator(".trail li")).hasCount(3);
        assertThat(page).hasURL(Pattern.compile(".*by=service.*"));
        String services = page.url();

        clickFirstBar(page);
        heading(page, "By channel");
        assertThat(page.locator(".trail li")).hasCount(4);
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*by=channel.*"));

        page.goBack();
        heading(page, "By service");
        assertThat(page).hasURL(services);
        page.goBack();
        heading(page, "By department");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Helsinki, as of Monday 23 Nov 2026");
    }

    @Test
    void a_shared_link_shows_the_same_to_somebody_else() {
        Page mine = open("en-GB", 1440, KPI);
        ready(mine);
        clickFirstBar(mine);
        heading(mine, "By service");
        assertThat(mine).hasURL(Pattern.compile(".*by=service.*"));
        ready(mine);
        Page yours = open("en-GB", 1440, mine.url().replace(dashboard.address(""), ""));
        ready(yours);
        assertThat(yours.locator("main").innerText())
                .isEqualTo(mine.locator("main").innerText());
    }

    @Test
    void the_table_does_what_the_bars_do_by_keyboard_alone() {
        Page page = open("en-GB", 1440, KPI);
        ready(page);
        Locator show = page.locator(".breakdown summary");
        show.focus();
        page.keyboard().press("Enter");
        Locator first = page.locator(".breakdown tbody th a").first();
        String name = first.innerText();
        assertThat(page).hasURL(Pattern.compile(".*table=breakdown.*"));
        first.focus();
        page.keyboard().press("Enter");
        heading(page, "By service");
        assertThat(page.locator(".chip")).containsText(name);
        assertThat(page.locator(".breakdown h2")).isFocused();
        assertThat(page.locator(".breakdown tbody th a")).not().hasCount(0);

        page.locator(".chip button").last().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).hasCount(0);
        assertThat(page.locator(".adder select")).isFocused();
        assertThat(page).hasURL(Pattern.compile("^(?!.*department=).*$"));

        page.goBack();
        assertThat(page.locator(".chip")).containsText(name);
        page.goBack();
        heading(page, "By department");
        assertThat(page.locator(".breakdown tbody th a").first()).hasText(name);
    }

    @Test
    void who_clicks_twice_takes_one_step() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-09");
        ready(page);
        page.locator(".breakdown luotsi-bars a").first().dblclick();
        heading(page, "By service");
        // both before the first is answered
        page.locator(".breakdown luotsi-bars a").first().evaluate("""
                link => {
                  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
                  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
                }
                """);
        heading(page, "By channel");
        assertThat(page.locator(".chip")).hasCount(3);
        assertThat(page.locator(".notice")).hasCount(0);

        page.locator(".chip button:not(.not)").last().evaluate("button => { button.click(); button.click(); }");
        heading(page, "By channel");
        assertThat(page.locator(".chip")).hasCount(2);
    }

    @Test
    void what_a_step_does_not_change_is_the_very_element_it_was() {
        Page page = open("en-GB", 1440, KPI);
        ready(page);
        page.evaluate("document.querySelectorAll('.head select, .trend .choice button, .adder select, .definition')"
                + ".forEach(part => part.before = true)");
        Locator years = page.locator(".trend .choice button").first();
        years.focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*pace=year.*"));
        ready(page);
        assertThat(years).hasAttribute("aria-pressed", "true");
        assertThat(years).isFocused();
        clickFirstBar(page);
        heading(page, "By service");
        ready(page);
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('.head select, .trend .choice button, .adder select, .definition')]"
                                + ".every(part => part.before)"))
                .isEqualTo(true);
        assertThat(page).hasURL(Pattern.compile(".*pace=year.*"));
    }

    @Test
    void nothing_jumps_while_a_step_is_taken() {
        Page page = open("en-GB", 1440, KPI);
        ready(page);
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        page.evaluate("""
                () => {
                    window.lowest = scrollY;
                    const look = () => { window.lowest = Math.min(window.lowest, scrollY); requestAnimationFrame(look); };
                    look();
                }
                """);
        Object before = page.evaluate("scrollY");
        clickFirstBar(page);
        heading(page, "By service");
        ready(page);
        assertThat(page.evaluate("lowest")).isEqualTo(before);
    }

    @Test
    void a_table_is_sorted_by_a_click_on_its_heading() {
        Page page = open("en-GB", 1440, KPI);
        ready(page);
        page.locator(".breakdown summary").click();
        Locator heading = page.locator(".breakdown thead th").first();
        heading.getByRole(AriaRole.BUTTON).click();
        assertThat(heading).hasAttribute("aria-sort", "ascending");
        List<String> names = page.locator(".breakdown tbody th").allInnerTexts();
        assertThat(names).isSortedAccordingTo(Collator.getInstance(Locale.UK)::compare);
    }

    @Test
    void what_can_not_be_answered_is_greyed_out_with_the_reason() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-11-01..2026-11-10&channel=web");
        ready(page);
        Locator district = page.locator(".breakdown .choice button")
                .getByText("District", new Locator.GetByTextOptions().setExact(true));
        assertThat(page.locator(".breakdown .choice button[aria-disabled=true]"))
                .not()
                .hasCount(0);
        assertThat(page.locator(".breakdown .why").first()).isVisible();
        assertThat(district).hasAttribute("aria-disabled", "true");
    }

    @Test
    void a_filter_is_turned_into_what_is_left_out_and_back() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&channel=phone");
        ready(page);
        page.locator(".chip .not").click();
        assertThat(page).hasURL(Pattern.compile(".*not=channel.*"));
        assertThat(page.locator(".trail")).containsText("not Phone");
        assertThat(page.locator(".chip .not")).hasAttribute("aria-pressed", "true");
        page.goBack();
        assertThat(page.locator(".chip .not")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void own_days_are_chosen_from_the_periods() {
        Page page = open("en-GB", 1440, "helsinki-demo/kpi/requests");
        ready(page);
        page.locator(".period-picker select").selectOption("Own dates …");
        Locator from = page.locator(".own-dates input").first();
        assertThat(from).isFocused();
        from.fill("2026-10-05");
        page.locator(".own-dates input").last().fill("2026-10-11");
        page.locator(".own-dates button").click();
        assertThat(page).hasURL(Pattern.compile(".*period=2026-10-05\\.\\.2026-10-11.*"));
        assertThat(page.locator(".now h2")).hasText("5–11 Oct 2026");
    }

    @Test
    void why_leads_from_a_figure_to_the_parts_that_moved_it_and_on_to_each_of_them() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10");
        ready(page);
        page.locator(".why-link").click();
        assertThat(page.locator("h1")).hasText("Digital take-up: why?");
        ready(page);
        assertThat(page.locator(".why-sentence"))
                .containsText(Pattern.compile("Digital take-up (rose|fell) from .* \\(September 2026\\) to .*points"));
        page.locator(".why-card button", new Page.LocatorOptions().setHasText("A year ago"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*against=2025-10.*"));
        ready(page);
        assertThat(page.locator(".why-card h2")).isFocused();

        page.locator(".why-card summary").click();
        Locator part = page.locator(".why-card tbody th a").first();
        String name = part.innerText();
        part.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Digital take-up");
        assertThat(page.locator(".chip")).containsText(name);
        page.goBack();
        assertThat(page.locator("h1")).hasText("Digital take-up: why?");
        assertThat(page.locator(".why-card tbody th a").first()).hasText(name);
    }

    @Test
    void why_a_place_is_other_than_the_city_or_another_place() {
        Page page = open("en-GB", 1440, KPI + "/why?period=2026-10&department=education");
        ready(page);
        page.locator(".why-against button", new Page.LocatorOptions().setHasText("Helsinki"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*against=city.*"));
        ready(page);
        assertThat(page.locator(".why-sentence"))
                .containsText(Pattern.compile("Education Division [\\d.]+%, Helsinki [\\d.]+%, a difference of"));
        page.locator(".why-against").getByLabel("Compare with another").selectOption("Department");
        assertThat(page.locator(".why-against vaadin-combo-box input")).isFocused();
        page.keyboard().type("Urban");
        assertThat(page.locator("vaadin-combo-box-item").first()).hasText("Urban Environment Division");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*against=department(:|%3A)urban_environment.*"));
        ready(page);
        assertThat(page.locator(".why-sentence")).containsText("Urban Environment Division");
        page.locator(".why-against").getByLabel("Another period").selectOption("August 2026");
        assertThat(page).hasURL(Pattern.compile(".*against=2026-08.*"));
        ready(page);
        assertThat(page.locator(".why-sentence")).containsText("(August 2026)");
    }

    @Test
    void an_area_on_the_map_says_its_figure_and_leads_there_by_keyboard() {
        Page page = open("en-GB", 1440, MAP);
        Locator areas = page.locator("luotsi-outlines a");
        assertThat(areas).hasCount(8);
        assertThat(areas.first()).hasAttribute("aria-label", Pattern.compile("Southern major district: \\d+.*%"));
        areas.first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*major_district=1(&.*)?"));
        ready(page);
        assertThat(page.locator(".chips")).containsText("Southern");
    }

    private static void heading(Page page, String text) {
        assertThat(page.locator(".breakdown h2")).hasText(text);
    }

    private static void clickFirstBar(Page page) {
        ready(page);
        page.locator(".breakdown luotsi-bars a").first().click();
    }
}
