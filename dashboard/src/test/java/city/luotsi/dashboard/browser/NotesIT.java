package city.luotsi.dashboard.browser;

import static city.luotsi.dashboard.browser.Screens.KPI;
import static city.luotsi.dashboard.browser.Screens.ready;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What people write to figures and signals stands wherever it concerns. */
class NotesIT extends InBrowser {
    private static final String DEPARTMENT = "helsinki-demo/scorecard/education?month=2026-10";

    NotesIT(Opened opened) {
        super(opened);
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

    /** Fills the form that is open. */
    private static void note(Page page, String text, String day) {
        page.locator(".note-form textarea").fill(text);
        page.locator(".note-form input[type=date]").fill(day);
        page.locator(".note-form vaadin-text-field input").fill("Maija Ääri");
        page.locator(".note-form .button").first().click();
        assertThat(page.locator(".note-item .text")).containsText(text);
    }
}
