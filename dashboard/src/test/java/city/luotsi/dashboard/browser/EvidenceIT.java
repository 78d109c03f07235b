package city.luotsi.dashboard.browser;

import static city.luotsi.dashboard.browser.Screens.KPI;
import static city.luotsi.dashboard.browser.Screens.ready;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands behind a figure: the data it comes from, its aims and forecast, its passport. */
class EvidenceIT extends InBrowser {
    EvidenceIT(Opened opened) {
        super(opened);
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

        page.getByLabel("Department").selectOption("Education Division");
        assertThat(page.locator("h1")).hasText("Scorecard: Education Division, October 2026");
        assertThat(page).hasURL(Pattern.compile(".*/scorecard/education\\?month=2026-10"));
        ready(page);
        share.locator("h2 a").click();
        assertThat(page.locator(".chip")).containsText("Education Division");
        page.goBack();
        assertThat(page.locator("h1")).hasText("Scorecard: Education Division, October 2026");
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
        assertThat(page.locator("[data-fact=verify] + dd"))
                .hasText(
                        "./luotsi jobs verify 'helsinki-demo@1/passport/digital_take_up?period=2026-10&department=education'");
        byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4"));
        assertThat(new String(paper, StandardCharsets.ISO_8859_1))
                .as("on one sheet")
                .containsOnlyOnce("/Type /Page\n");
        page.locator("[data-fact=link] + dd a").click();
        assertThat(page).hasURL(Pattern.compile(".*/helsinki-demo@1/passport/digital_take_up.*"));
        ready(page);
        assertThat(page.locator(".passport .figure")).isVisible();
    }
}
