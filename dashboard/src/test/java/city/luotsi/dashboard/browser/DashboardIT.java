package city.luotsi.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.Published;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped jar in a real browser, on a published made-up city. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
    private static final String DATA = "helsinki-demo/data";
    private static final String AS_PUBLISHED = "helsinki-demo@1/kpi/requests";
    private static final String STATEMENT = Screens.STATEMENT;
    private static final String CHANGES = "helsinki-demo/changes/1";
    private static final String KPI = "helsinki-demo/kpi/digital_take_up";
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

    private final RunningDashboard dashboard;
    private final Chromium chromium = new Chromium();

    DashboardIT() throws IOException {
        dashboard = RunningDashboard.on(Published.data());
    }

    @AfterAll
    void close() {
        chromium.close();
        dashboard.close();
    }

    @Test
    void the_overview_fills_its_tiles_one_by_one() {
        Page page = open("en-GB", 1440, "");
        assertThat(page).hasURL(dashboard.address("helsinki-demo"));
        assertThat(page.locator("h1")).hasText("Helsinki, as of Monday 23 Nov 2026");
        assertThat(page.locator(".tile")).hasCount(12);
        assertThat(page.locator(".tile .numeral")).not().hasCount(0);
        assertThat(page.locator(".tile[data-kpi=requests] .numeral")).hasText(Pattern.compile("[\\d,.]+"));
        assertThat(page.locator(".tile[data-kpi=digital_take_up] .target"))
                .hasText(Pattern.compile("Target 75% – (not )?met"));
        assertThat(page.locator(".key-figures h2")).hasText("Key figures, October 2026");
        assertThat(page.locator(".summary")).containsText("Of 12 key figures");
        assertThat(page.locator(".freshness")).containsText("Data complete through 23 Nov 2026");
        assertThat(page.locator(".freshness")).containsText("1 of 2 feeds up to date");
        assertThat(page.locator(".demonstration")).isVisible();
    }

    @Test
    void the_morning_is_told_in_sentences_and_what_is_new_to_this_browser_stands_out() {
        Page page = open("en-GB", 1440, "helsinki-demo");
        assertThat(page.locator(".situation-summary")).hasText("2 things need you, 1 got better, 1 worth knowing.");
        Locator first = page.locator(".signals.needs .signal").first();
        assertThat(first.locator("h3"))
                .hasText("Health station appointment, Kulosaari: age of open cases (mean) 19.2 days, usually 9.1 days");
        assertThat(first.locator(".signal-details"))
                .hasText("since 1 Oct 2026 · about 600 cases concerned · certainty very high"
                        + " · told by whole months, to protect small groups");
        Locator permits = page.locator(".signals.needs .signal").nth(1);
        assertThat(permits.locator(".signal-details")).containsText("about 290 of 600 cases fewer than usual");
        assertThat(permits.locator(".also a")).hasText("Completed transactions 220 in 2 weeks, about 440 expected");
        assertThat(page.locator(".situation > .note"))
                .hasText(
                        "3,412 comparisons made; by mere chance expect at most one false alarm a month. 640 of 700 places were"
                                + " compared: the city, its services, and each service in every district and by every channel. 12 are"
                                + " withheld: groups too small. 48 have too few cases or too short a history.");

        page.context()
                .addCookies(List.of(
                        new com.microsoft.playwright.options.Cookie("luotsi-looked-helsinki-demo", ".1795420000")
                                .setUrl(dashboard.address(""))));
        page.reload();
        assertThat(page.locator(".situation-summary")).hasText("Since 23 Nov 2026: 1 thing needs you.");
        assertThat(page.locator(".signal-state.new")).hasCount(1);
        page.reload();
        assertThat(page.locator(".situation-summary")).hasText("Since 23 Nov 2026: 1 thing needs you.");

        permits.locator("h3 a").click();
        assertThat(page.locator("h1")).hasText("Digital take-up");
        assertThat(page.locator(".chips")).containsText("Resident parking permit");
    }

    @Test
    void a_signal_leads_to_its_causes_and_is_answered_in_a_sentence_beside_what_was_noted_at_the_time() {
        String place = "helsinki-demo/kpi/open_case_age?period=2026-10&service=health_station_appointment&district=601";
        Page page = open("en-GB", 1440, place);
        ready(page);
        page.locator(".notes .button").click();
        note(page, "The booking system moved", "2026-10-05");

        page.navigate(dashboard.address("helsinki-demo"));
        Locator station = page.locator(".signals.needs .signal").first();
        assertThat(station.locator(".noted"))
                .hasText("At the same time, which is no proof: 5 Oct 2026, “The booking system moved” (Maija Ääri)");
        station.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer"))
                .click();
        note(page, "Two posts vacant; cover from 30 November", "2026-11-24");
        page.reload();
        assertThat(station.locator(".note-item")).containsText("Two posts vacant; cover from 30 November");
        assertThat(page.locator(".signals.needs .signal").nth(1).locator(".note-item"))
                .hasCount(0);

        station.locator(".ways a").last().click();
        assertThat(page.locator("h1")).hasText("Passport: Age of open cases (mean)");
        assertThat(page.locator("main")).containsText("Kulosaari");
        page.goBack();
        station.locator(".ways a").first().click();
        assertThat(page.locator("h1")).hasText("Age of open cases (mean): why?");
        assertThat(page.locator(".chips")).containsText("Health station appointment");
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
    void the_data_page_says_what_came_in_how_it_was_checked_and_what_was_left_out() {
        Page page = open("en-GB", 1440, "helsinki-demo");
        page.locator("header a", new Page.LocatorOptions().setHasText("Data")).click();
        assertThat(page.locator("h1")).hasText("Can the figures of Helsinki be relied on?");
        ready(page);
        assertThat(page.locator("main")).containsText("november.csv");
        assertThat(page.locator("main")).containsText("1,002");
        assertThat(page.locator("main")).containsText("Feeds behind the others");
        assertThat(page.locator("main")).containsText("2 of 3 checks hold");
        assertThat(page.locator("main")).containsText("empty.csv is empty");
        assertThat(page.locator("main")).containsText("impossible channel: pigeon");
        page.locator("summary", new Page.LocatorOptions().setHasText("Digital take-up"))
                .click();
        assertThat(page.locator("details[open]"))
                .containsText("kpi/digital_take_up.sql → subject/service_step.sql → service_event");
        assertThat(page.locator("details[open] pre")).containsText("numerator");
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
    void a_line_tells_of_the_column_under_the_pointer_and_a_click_leads_there() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&pace=month&with=year-ago");
        ready(page);
        page.locator("luotsi-lines").scrollIntoViewIfNeeded();
        BoundingBox plot = page.locator("luotsi-lines .plot").boundingBox();
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
    @ValueSource(
            strings = {
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
                STATEMENT
            })
    void on_a_phone_nothing_sticks_out_and_everything_is_large_enough_to_touch(String place) {
        Page page = open("sv-FI", 390, place);
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axe_finds_nothing_on_any_screen(ColorScheme scheme) {
        for (String place : List.of(
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
                STATEMENT,
                "atlantis")) {
            for (int width : List.of(1440, 390)) {
                Page page = chromium.window("en-GB", width, scheme);
                page.navigate(dashboard.address(place));
                ready(page);
                page.locator("summary").all().forEach(Locator::click);
                assertThat(new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .map(found -> found.getId() + ": "
                                                + found.getNodes().getFirst().getHtml() + " "
                                                + found.getNodes().getFirst().getFailureSummary()))
                        .as("%s at %d in %s", place, width, scheme)
                        .isEmpty();
                page.context().close();
            }
        }
    }

    @Test
    void a_scorecard_says_where_each_figure_stands_and_where_the_year_will_end() {
        Page page = open("en-GB", 1440, "helsinki-demo");
        page.locator("header a", new Page.LocatorOptions().setHasText("Scorecard"))
                .click();
        assertThat(page.locator("h1")).hasText("Scorecard: Helsinki, October 2026");
        ready(page);
        assertThat(page.locator(".scores > .score")).hasCount(12);
        Locator requests = page.locator(".score[data-kpi=requests]");
        assertThat(requests.locator(".expected")).hasText(Pattern.compile("All of 2026: [\\d,.]+"));
        assertThat(requests.locator(".forecast")).containsText("(80 in 100)");
        assertThat(requests.locator(".tried")).hasText(Pattern.compile(".*Theta method.*|.*theta method.*"));
        Locator share = page.locator(".score[data-kpi=digital_take_up]");
        assertThat(share.locator(".latest")).hasText(Pattern.compile(".*October 2026 · [\\d,]+ of [\\d,]+.*"));
        assertThat(share.locator(".forecast")).containsText("No forecast: it needs 24 whole months in a row, 20 are");
        assertThat(page.locator(".summary")).containsText("Of 12 key figures, ");
        assertThat(page.locator(".months tbody tr")).hasCount(12);
        assertThat(page.locator(".months tbody tr").first().locator("td")).hasCount(13);

        page.locator(".card-choices vaadin-select-value-button").first().focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-select-item:visible")
                .getByText("Education Division")
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Scorecard: Education Division, October 2026");
        assertThat(page).hasURL(Pattern.compile(".*/scorecard/education\\?month=2026-10"));
        ready(page);
        share.locator("h2 a").click();
        assertThat(page.locator(".chip")).containsText("Education Division");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Scorecard: Education Division, October 2026");
    }

    @Test
    void a_note_is_written_by_keyboard_shown_wherever_it_concerns_and_withdrawn_for_all_to_see() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&department=urban_environment");
        ready(page);
        page.locator(".notes .button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".note-form textarea")).isFocused();
        page.keyboard().type("New sign-in");
        page.locator(".note-form input[type=date]").fill("2026-10-14");
        page.locator(".note-form vaadin-text-field input").fill("Maija Ääri");
        assertThat(page.locator(".note-form")).containsText("there is no sign-in yet");
        page.locator(".note-form .button").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".said")).hasText("The note is saved.");
        assertThat(page.locator(".note-item")).containsText("14 Oct 2026");
        assertThat(page.locator(".note-item")).containsText("Digital take-up · Urban Environment Division");
        assertThat(page.locator(".note-item")).containsText("Maija Ääri, ");

        page.reload();
        ready(page);
        assertThat(page.locator(".trend luotsi-lines")).containsText("⚑ 14 Oct 2026");
        Page card = page.context().newPage();
        card.navigate(dashboard.address("helsinki-demo/scorecard/urban_environment"));
        assertThat(card.locator(".note-item")).containsText("New sign-in");
        Page other = page.context().newPage();
        other.navigate(dashboard.address(DEPARTMENT));
        ready(other);
        assertThat(other.locator(".note-item")).hasCount(0);

        page.locator(".note-item .link-button").click();
        assertThat(page.locator(".note-item vaadin-text-field input")).hasValue("Maija Ääri");
        page.locator(".note-item .button").first().click();
        assertThat(page.locator(".notes summary")).hasText("Withdrawn (1)");
        page.locator(".notes summary").click();
        assertThat(page.locator(".note-item.withdrawn")).containsText("withdrawn by Maija Ääri, ");
        assertThat(card.locator(".notes summary")).hasText("Withdrawn (1)");
    }

    @Test
    void every_number_has_a_passport_with_its_parts_its_meaning_and_its_sql() {
        Page page = open("en-GB", 1440, KPI + "?period=2026-10&department=education");
        page.locator(".now a", new Page.LocatorOptions().setHasText("Passport")).click();
        assertThat(page.locator("h1")).hasText("Passport: Digital take-up");
        ready(page);
        Locator main = page.locator("main");
        assertThat(main).containsText("Helsinki · Education Division · October 2026");
        assertThat(main).containsText("85% for Education Division from 1 Jan 2024");
        assertThat(main).containsText("kpi/digital_take_up.sql → subject/service_step.sql → service_event");
        assertThat(page.locator("[data-fact=numerator] + dd")).hasText(Pattern.compile("[\\d,]+"));
        assertThat(page.locator("[data-fact=denominator] + dd")).hasText(Pattern.compile("[\\d,]+"));
        assertThat(page.locator("[data-fact=hash] + dd")).hasText(Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.locator("[data-fact=asked] + dd")).containsText("department in ('education')");
        page.locator("[data-fact=link] + dd a").click();
        assertThat(page).hasURL(Pattern.compile(".*/helsinki-demo@1/passport/digital_take_up.*"));
        ready(page);
        assertThat(page.locator(".passport .figure")).isVisible();
    }

    private Page open(String language, int width, String place) {
        Page page = chromium.window(language, width, ColorScheme.LIGHT);
        page.navigate(dashboard.address(place));
        return page;
    }

    /** Fills the form that is open. */
    private static void note(Page page, String text, String day) {
        page.locator(".note-form textarea").fill(text);
        page.locator(".note-form input[type=date]").fill(day);
        page.locator(".note-form vaadin-text-field input").fill("Maija Ääri");
        page.locator(".note-form .button").first().click();
        assertThat(page.locator(".note-item .text")).containsText(text);
    }

    private static void ready(Page page) {
        Screens.ready(page);
    }

    private static void heading(Page page, String text) {
        assertThat(page.locator(".breakdown h2")).hasText(text);
    }

    private static void clickFirstBar(Page page) {
        ready(page);
        page.locator(".breakdown luotsi-bars a").first().click();
    }

    private static Object ground(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
