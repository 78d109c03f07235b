package city.luotsi.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;

/** Where the screens of the made-up city are. */
final class Screens {
    static final String OVERVIEW = "helsinki-demo";
    static final String KPI = "helsinki-demo/kpi/digital_take_up";
    static final String STATEMENT = "helsinki-demo/accessibility";

    /** One of each kind, with what can be opened on it. */
    static final List<String> ALL = List.of(
            OVERVIEW,
            KPI + "?period=2026-10&with=year-ago&with=district:503",
            KPI + "?period=2026-10&by=district&look=map&channel=phone&not=channel",
            KPI + "?period=2026-10&by=major_district&look=map",
            "helsinki-demo/kpi/requests?by=department&look=channel",
            KPI + "/why?period=2026-10&against=2025-10&by=service",
            KPI + "/why?period=2026-10&department=education&against=city",
            "helsinki-demo/scorecard",
            "helsinki-demo/scorecard/education?month=2026-10",
            "helsinki-demo/passport/digital_take_up?period=2026-10&department=education",
            "helsinki-demo/data",
            "helsinki-demo/changes/1",
            STATEMENT);

    private Screens() {}

    /** Everything that loads has loaded, every chart is drawn. */
    static void ready(Page page) {
        assertThat(page.locator("h1")).isVisible();
        for (String waiting : List.of("[aria-busy=true]", "luotsi-lines:empty")) {
            assertThat(page.locator(waiting)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        }
    }
}
