package city.luotsi.jobs.crash;

import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.jobs.publish.SparkSketches;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Asks the newest publication for a figure, over and over, as the dashboard opens it. */
final class Reader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final FutureTask<Map<Long, Double>> reading = new FutureTask<>(this::read);
    private long asked;

    Reader(Path folder) {
        this.folder = folder;
        Thread.ofPlatform().daemon().name("reader").start(reading);
    }

    /**
     * Ends the reading.
     *
     * @return what each publication said that it saw
     * @throws ExecutionException if one could not be read, or did not say the same every time
     */
    Map<Long, Double> answers() throws InterruptedException, ExecutionException {
        ended.countDown();
        return reading.get();
    }

    /** How often it has asked; after {@link #answers}. */
    long asked() {
        return asked;
    }

    private Map<Long, Double> read() throws IOException, SQLException, InterruptedException {
        Map<Long, Double> answers = new TreeMap<>();
        long open = 0;
        Optional<Connection> connection = Optional.empty();
        while (!ended.await(5, TimeUnit.MILLISECONDS)) {
            long newest = Published.newest(folder);
            if (newest > open) {
                if (connection.isPresent()) {
                    connection.get().close();
                }
                connection = Optional.of(DriverManager.getConnection("jdbc:duckdb:" + verified(newest), readOnly()));
                open = newest;
            }
            if (connection.isPresent()) {
                double answer = requests(connection.get());
                Double before = answers.put(open, answer);
                if (before != null && before != answer) {
                    throw new IllegalStateException("publication %d said %s, then %s".formatted(open, before, answer));
                }
                asked++;
            }
        }
        if (connection.isPresent()) {
            connection.get().close();
        }
        return answers;
    }

    /** Announced as its content says, like the dashboard's own check. */
    private Path verified(long number) throws IOException {
        Path file = Published.file(folder, number);
        JsonNode entry = JSON.readTree(Files.readString(folder.resolve(number + ".json")));
        try {
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            if (!found.equals(entry.path("sha256").asText())) {
                throw new IllegalStateException("publication %d is announced, but not whole".formatted(number));
            }
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Properties readOnly() {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        return properties;
    }

    private static double requests(Connection connection) throws SQLException {
        Publication publication = PublicationReader.read(connection);
        Figure figure = new Figures(publication, new SparkSketches())
                .answer(connection, KpiQuery.of("requests", publication.data()))
                .only();
        if (figure instanceof Figure.Known known) {
            return known.value();
        }
        throw new IllegalStateException("there is no figure: " + figure);
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
