package city.luotsi.dashboard.browser;

import city.luotsi.dashboard.Published;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Looks at the shipped jar in a real browser, on the made-up city. The first class that looks starts both, and they end
 * after the last: what one class notes there, the next may see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InBrowser.Once.class)
abstract class InBrowser {
    final RunningDashboard dashboard;
    final Chromium chromium;
    private final List<Page> pages = new ArrayList<>();

    InBrowser(Opened opened) {
        dashboard = opened.dashboard();
        chromium = opened.chromium();
    }

    /** A window of its own, for this test. */
    final Page open(String language, int width, String place) {
        Page page = chromium.window(language, width, ColorScheme.LIGHT);
        pages.add(page);
        page.navigate(dashboard.address(place));
        return page;
    }

    @AfterEach
    void closeWindows() {
        pages.forEach(page -> page.context().close());
        pages.clear();
    }

    record Opened(RunningDashboard dashboard, Chromium chromium) implements AutoCloseable {
        @Override
        public void close() {
            chromium.close();
            dashboard.close();
        }
    }

    /** Kept by all that this JVM tests, and closed at its end. */
    static final class Once implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Opened.class;
        }

        @Override
        public Opened resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Once.class))
                    .computeIfAbsent(Opened.class, _ -> started(), Opened.class);
        }

        private static Opened started() {
            try {
                return new Opened(RunningDashboard.on(Published.data()), new Chromium());
            } catch (IOException e) {
                throw new IllegalStateException("the dashboard can't be started", e);
            }
        }
    }
}
