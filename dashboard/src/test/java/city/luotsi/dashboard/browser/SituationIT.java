package city.luotsi.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the morning brings: the key figures, and the signals told in sentences. */
class SituationIT extends InBrowser {
    SituationIT(Opened opened) {
        super(opened);
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
        assertThat(page.locator(".freshness"))
                .containsText("1 of 2 feeds reach 23 Nov 2026 · open311 only reaches 20 Nov 2026");
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
}
