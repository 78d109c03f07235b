package city.luotsi.dashboard.bench;

import city.luotsi.dashboard.browser.Chromium;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A window that tells, by its own clock, when all of a page is painted. */
final class WatchedPage implements AutoCloseable {
    private static final int WIDTH = 1440;

    /** High enough to show every chart: what lies below the window is not painted. */
    private static final int HEIGHT = 2000;

    /**
     * Looks once a frame. The first frame that finds nothing loading and every chart drawn is the one that shows it all; a
     * message sent in it arrives after it was painted.
     */
    private static final String WATCH = """
            (() => {
              const all = (selector) => [...document.querySelectorAll(selector)];
              const settled = () =>
                document.querySelector('main h1') && document.querySelector('main .slot') &&
                all('[aria-busy=true]').length === 0 && all('luotsi-lines:empty, luotsi-bars:empty').length === 0;
              const painted = (there) => new Promise((resolve, reject) => {
                const end = performance.now() + 30000;
                const look = () => {
                  if (performance.now() > end) {
                    reject(new Error('not painted after 30 s: ' + location.href));
                    return;
                  }
                  if (!there()) {
                    requestAnimationFrame(look);
                    return;
                  }
                  const after = new MessageChannel();
                  after.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
                  after.port2.postMessage(0);
                };
                requestAnimationFrame(look);
              });
              const told = () => all('luotsi-lines, luotsi-bars').map((chart) => chart.plot ?? chart.bars);
              const renewed = (before) => told().length && !told().some((values) => before.includes(values));
              // Vaadin's client changes the address a little later than the page; the next step goes on from there
              const moved = () => {
                const place = location.href;
                const before = told();
                return Promise.all([
                  painted(() => renewed(before) && settled()),
                  painted(() => location.href !== place),
                ]);
              };
              let stepped;
              addEventListener('click', (event) => {
                const from = performance.timeOrigin + event.timeStamp;
                stepped = moved().then(([to]) => JSON.stringify({ from, to }));
              }, true);
              const opened = painted(settled)
                .then((to) => JSON.stringify({ from: performance.timeOrigin, to }));
              const back = () => {
                history.back();
                return moved().then(() => '');
              };
              window.watch = { opened: () => opened, stepped: () => stepped, back };
            })()
            """;

    /** From what a person did until all of it was painted, in milliseconds since 1970. */
    record Paint(double from, double to) {
        double millis() {
            return to - from;
        }
    }

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Page page;

    /** With an empty cache. */
    WatchedPage(Chromium chromium) {
        page = chromium.window("en-GB", WIDTH, ColorScheme.LIGHT);
        page.setViewportSize(WIDTH, HEIGHT);
        page.addInitScript(WATCH);
    }

    Paint open(String address) {
        page.navigate(address);
        return paint("watch.opened()");
    }

    /** What came over the network for this address, as it was encoded. */
    long bytesOf(String address) {
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        network.send("Network.enable");
        open(address);
        network.detach();
        return bytes.get();
    }

    /** The addresses that the headings of the tiles lead to. */
    List<String> tiles() {
        return page.locator(".tile h3 a").all().stream()
                .map(link -> String.valueOf(link.evaluate("link => link.href")))
                .toList();
    }

    /** How many members stand side by side, each a step down; 0 where there are no bars. */
    int bars() {
        return page.locator(".breakdown luotsi-bars a").count();
    }

    /** A click with the mouse on one of the bars, counted from above. */
    Paint clickBar(int index) {
        page.locator(".breakdown luotsi-bars a").nth(index).click();
        return paint("watch.stepped()");
    }

    /** To where the last step was taken from. */
    void back() {
        page.evaluate("watch.back()");
    }

    private Paint paint(String promise) {
        JsonNode told = mapper.readTree(String.valueOf(page.evaluate(promise)));
        return new Paint(told.get("from").asDouble(), told.get("to").asDouble());
    }

    @Override
    public void close() {
        page.context().close();
    }
}
