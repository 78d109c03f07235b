package city.luotsi.dashboard.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many open pages at once. */
final class Crowd implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Visitor> visitors = new ArrayList<>();

    /** One after the other, each on the next of these places. */
    void come(int many, String address, List<String> places) throws IOException, InterruptedException {
        for (int i = 0; i < many; i++) {
            visitors.add(new Visitor(client, address, places.get(i % places.size())));
        }
    }

    /**
     * Every visitor takes steps at this pace, each beginning at a moment of their own.
     *
     * @return how long each step took, from what was said to the last part that came, in milliseconds
     */
    List<Double> step(Duration pace, Duration during) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(during);
        List<Double> took = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> walks = new ArrayList<>();
            for (int i = 0; i < visitors.size(); i++) {
                Visitor visitor = visitors.get(i);
                Duration first = pace.multipliedBy(i).dividedBy(visitors.size());
                walks.add(threads.submit(() -> walk(visitor, Instant.now().plus(first), pace, end)));
            }
            for (Future<List<Double>> walk : walks) {
                took.addAll(walk.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a visitor met an error", e);
        }
        return took;
    }

    private static List<Double> walk(Visitor visitor, Instant first, Duration pace, Instant end)
            throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        Instant next = first;
        do {
            // a visitor reads before the next click: the pace is what is measured, nothing waits for an outcome
            Thread.sleep(Duration.between(Instant.now(), next));
            long began = System.nanoTime();
            visitor.step(took.size());
            took.add((System.nanoTime() - began) / 1e6);
            visitor.echo();
            next = next.plus(pace);
        } while (next.isBefore(end));
        return took;
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
        client.shutdownNow();
    }
}
