package city.luotsi.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.FixturePublication;
import city.luotsi.dashboard.RunningJob;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From nothing published to several cities, without a restart. */
@ExtendWith(InBrowser.Once.class)
class PublishingIT {

    @Test
    void who_finds_only_a_torn_publication_is_told_so_and_how_to_publish_again(
            @TempDir Path data, InBrowser.Opened opened) throws IOException {
        Path torn = Files.createDirectories(data.resolve("helsinki-demo/publications"))
                .resolve("1.json");
        Files.writeString(torn, "{\"file\": ");
        try (RunningDashboard dashboard = RunningDashboard.on(data);
                Page page = opened.chromium().window("en-GB", 1440, ColorScheme.LIGHT)) {
            page.navigate(dashboard.address(""));
            assertThat(page.locator("h1")).hasText("What is published can’t be read.");
            assertThat(page.locator(".problem:visible"))
                    .hasText(Pattern.compile("helsinki-demo, publication 1: 1\\.json can't be read: [^\\[]+"));
            assertThat(page.locator("code")).hasText("./luotsi jobs refresh --whole --city helsinki-demo");
            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    @Test
    void a_page_waits_for_the_first_figures_and_is_offered_the_next_ones(@TempDir Path data, InBrowser.Opened opened)
            throws IOException {
        try (RunningDashboard dashboard = RunningDashboard.on(data);
                Page page = opened.chromium().window("en-GB", 1440, ColorScheme.LIGHT)) {
            page.navigate(dashboard.address(""));
            assertThat(page.locator("code").first()).hasText("./luotsi up");
            assertThat(page.locator("h1")).hasText("No figures are published yet.");
            assertThat(Axe.violations(page)).isEmpty();

            Path city = Files.createDirectories(data.resolve("helsinki-demo"));
            try (RunningJob job = new RunningJob(city, "demo")) {
                job.says("making 1,000,000 events", "2026-11-24T07:41:00Z");
                assertThat(page.locator(".under-way:visible"))
                        .containsText("The demonstration city is being made: making 1,000,000 events, since");
            }
            assertThat(page.locator(".under-way:visible")).hasCount(0);

            FixturePublication.helsinkiDemo(data, 1);
            assertThat(page.locator("h1")).hasText("Helsinki, as of Monday 23 Nov 2026");
            assertThat(page.locator(".foot")).containsText("Publication 1");

            FixturePublication.helsinkiDemo(data, 2);
            assertThat(page.locator(".news")).containsText("New figures are published");
            assertThat(page.locator(".foot")).containsText("Publication 1");
            page.locator(".news button").click();
            assertThat(page.locator(".foot")).containsText("Publication 2");
            assertThat(page.locator(".news")).isHidden();

            Path torn = data.resolve("helsinki-demo/publications/3.json");
            Files.writeString(torn, "{\"file\": ");
            assertThat(page.locator(".problem")).containsText("the last good one stays: 3: 3.json can't be read");
            assertThat(page.locator("h1")).hasText("Helsinki, as of Monday 23 Nov 2026");
            Files.delete(torn);
            assertThat(page.locator(".problem")).isEmpty();

            FixturePublication.newYork(data, 1);
            page.locator(".city-choice").click();
            page.locator("vaadin-select-list-box vaadin-select-item:visible")
                    .getByText("New York City", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page).hasURL(dashboard.address("newyork"));
            assertThat(page.locator(".demonstration")).hasCount(0);
        }
    }

    @Test
    void a_taken_port_is_one_sentence_and_exit_code_1(@TempDir Path data, InBrowser.Opened opened)
            throws IOException, InterruptedException {
        int taken = opened.dashboard().port();
        Process second = RunningDashboard.start(data, taken);
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains("Luotsi can't start. Port %d is in use by another program.".formatted(taken))
                .doesNotContain("\tat ");
    }
}
