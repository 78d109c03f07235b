package city.luotsi.dashboard.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An open page without a browser: it says to the dashboard what Vaadin's client says, takes what is pushed to it, and
 * remembers which parts still load and which bars stand there. So hundreds fit on the machine that is measured.
 */
final class Visitor implements AutoCloseable {
    private static final Set<String> ECHOING = Set.of("vaadin-select", "vaadin-combo-box");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client;
    private final URI base;
    private final String place;
    private final String cookie;
    private final String csrf;
    private final int page;
    private final WebSocket socket;
    private final TreeMap<Integer, JsonNode> early = new TreeMap<>();
    private final Set<Integer> busy = new HashSet<>();
    private final Map<Integer, JsonNode> charts = new HashMap<>();
    private final Set<Integer> echoing = new HashSet<>();
    private int seen;
    private int said;
    private boolean answered;
    private CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Opens a page and waits until all of it is there. */
    Visitor(HttpClient client, String address, String place) throws IOException, InterruptedException {
        this.client = client;
        this.base = URI.create(address);
        this.place = place;
        HttpResponse<String> begun = client.send(
                HttpRequest.newBuilder(base.resolve("/?v-r=init&query=&location=" + encoded(place)))
                        .header("Accept-Language", "en-GB")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        cookie = begun.headers()
                .firstValue("set-cookie")
                .map(set -> set.split(";", 2)[0])
                .orElseThrow();
        JsonNode configuration = MAPPER.readTree(begun.body()).get("appConfig");
        JsonNode uidl = configuration.get("uidl");
        page = configuration.get("v-uiId").asInt();
        csrf = uidl.get("Vaadin-Security-Key").asString();
        seen = uidl.get("syncId").asInt();
        socket = client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(pushed(uidl.get("Vaadin-Push-ID").asString()), new Pushes())
                .join();
        navigate("");
    }

    private URI pushed(String push) {
        return URI.create(("ws://%s/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0"
                        + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                        + "&Content-Type=%s&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0")
                .formatted(base.getAuthority(), page, push, encoded("application/json; charset=UTF-8")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A step down where there are bars, else back to where it began; until all of it is there. */
    void step(int choice) throws IOException, InterruptedException {
        Optional<Map.Entry<Integer, String>> bar = bar(choice);
        if (bar.isEmpty()) {
            navigate("history");
            return;
        }
        ObjectNode pick = event(bar.get().getKey(), "chart-pick");
        pick.putObject("data").put("event.detail.key", bar.get().getValue());
        say(MAPPER.createArrayNode().add(pick));
    }

    private void navigate(String trigger) throws IOException, InterruptedException {
        ObjectNode navigate = event(1, "ui-navigate");
        navigate.putObject("data")
                .put("route", place)
                .put("query", "")
                .put("appShellTitle", "")
                .put("trigger", trigger)
                .putNull("historyState");
        say(MAPPER.createArrayNode().add(navigate));
    }

    private synchronized Optional<Map.Entry<Integer, String>> bar(int choice) {
        return charts.entrySet().stream()
                .map(chart -> Map.entry(chart.getKey(), keys(chart.getValue())))
                .filter(chart -> !chart.getValue().isEmpty())
                .map(chart -> Map.entry(
                        chart.getKey(),
                        chart.getValue().get(choice % chart.getValue().size())))
                .findFirst();
    }

    /** Of those that lead somewhere. */
    private static List<String> keys(JsonNode told) {
        JsonNode bars = told.path("bars");
        return IntStream.range(0, bars.size())
                .filter(i -> bars.get(i).has("href"))
                .mapToObj(i -> bars.get(i).path("key").asString(""))
                .toList();
    }

    private static ObjectNode event(int node, String name) {
        return MAPPER.createObjectNode().put("type", "event").put("node", node).put("event", name);
    }

    /** Says something and waits until everything that comes of it is there. */
    private void say(ArrayNode what) throws IOException, InterruptedException {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        synchronized (this) {
            answered = false;
            settled = waiting;
        }
        post(what);
        synchronized (this) {
            answered = true;
            settle();
        }
        try {
            waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("%s was not all there after %s".formatted(place, PATIENCE), e);
        }
    }

    private void post(ArrayNode what) throws IOException, InterruptedException {
        ObjectNode message;
        synchronized (this) {
            message = MAPPER.createObjectNode().put("csrfToken", csrf);
            message.set("rpc", what);
            message.put("syncId", seen).put("clientId", said++);
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(base.resolve("/?v-r=uidl&v-uiId=" + page))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(message)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().startsWith("{")) {
            throw new IOException("%s was answered with %d".formatted(what, answer.statusCode()));
        }
        heard(MAPPER.readTree(answer.body()));
    }

    /** Once new fields stand there, the client tells what is in them: it is part of the load. */
    void echo() throws IOException, InterruptedException {
        ArrayNode events = MAPPER.createArrayNode();
        synchronized (this) {
            for (int field : echoing) {
                for (String name : List.of("opened-changed", "value-changed")) {
                    ObjectNode event = event(field, name);
                    event.putObject("data");
                    events.add(event);
                }
            }
            echoing.clear();
        }
        if (!events.isEmpty()) {
            post(events);
        }
    }

    /** Pushed and answered messages overtake each other; their numbers say in which order they count. */
    private synchronized void heard(JsonNode message) {
        if (message.has("meta") && message.get("meta").has("appError")) {
            settled.completeExceptionally(new IOException(message.get("meta").toString()));
        }
        if (!message.has("syncId") || message.get("syncId").asInt() < 0) {
            return;
        }
        early.put(message.get("syncId").asInt(), message);
        while (early.containsKey(seen + 1)) {
            seen++;
            JsonNode next = early.remove(seen);
            if (next != null) {
                next.path("changes").forEach(this::apply);
            }
        }
        settle();
    }

    private void apply(JsonNode change) {
        int node = change.path("node").asInt();
        String key = change.path("key").asString("");
        JsonNode value = change.path("value");
        if (change.path("type").asString("").equals("detach")) {
            busy.remove(node);
            charts.remove(node);
            echoing.remove(node);
        } else if (key.equals("aria-busy")) {
            if (value.asString("").equals("true")) {
                busy.add(node);
            } else {
                busy.remove(node);
            }
        } else if (key.equals("bars") && value.has("bars")) {
            charts.put(node, value);
        } else if (key.equals("tag") && ECHOING.contains(value.asString(""))) {
            echoing.add(node);
        }
    }

    private void settle() {
        if (answered && early.isEmpty() && busy.isEmpty()) {
            settled.complete(null);
        }
    }

    /** Each message begins with its length; the first tells of the connection, one letter keeps it alive. */
    private final class Pushes implements WebSocket.Listener {
        private final StringBuilder received = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            received.append(text);
            for (int bar = received.indexOf("|"); bar >= 0; bar = received.indexOf("|")) {
                int end = bar + 1 + Integer.parseInt(received.substring(0, bar).strip());
                if (end > received.length()) {
                    break;
                }
                String message = received.substring(bar + 1, end);
                received.delete(0, end);
                if (message.startsWith("{")) {
                    heard(MAPPER.readTree(message));
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            synchronized (Visitor.this) {
                settled.completeExceptionally(error);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
