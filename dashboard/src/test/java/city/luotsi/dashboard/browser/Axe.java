package city.luotsi.dashboard.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe-core finds wrong with a page as it is now. */
final class Axe {
    private Axe() {}

    /** Each with an element that has it, and what to do about it. */
    static List<String> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // of what is right nothing is described, which is most of the work
        options.setResultTypes(List.of("violations"));
        // there are no frames to ask: without this the results are put together in a window of their own
        return new AxeBuilder(page)
                .options(options).setLegacyMode(true).analyze().getViolations().stream()
                        .map(found -> found.getId() + ": "
                                + found.getNodes().getFirst().getHtml() + " "
                                + found.getNodes().getFirst().getFailureSummary())
                        .toList();
    }
}
