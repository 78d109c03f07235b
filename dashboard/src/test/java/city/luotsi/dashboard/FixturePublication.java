package city.luotsi.dashboard;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.query.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a small made-up city without Spark: events drawn by DuckDB from a hash, so that they are always the same,
 * counted by the KPI files themselves.
 */
public final class FixturePublication {
    /** The last full day of the made-up data. */
    public static final LocalDate COMPLETE_THROUGH = LocalDate.of(2026, 11, 23);

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 1);

    private final Catalogue catalogue = Catalogue.of(Definitions.builtIn());
    private final CityPack pack;
    private final String city;
    private final boolean demonstration;

    private FixturePublication(String pack, boolean demonstration) {
        this.pack = new CityPacks(Definitions.builtIn()).read(pack);
        this.city = demonstration ? pack + "-demo" : pack;
        this.demonstration = demonstration;
    }

    /** Publishes Helsinki's demonstration city under the next free number. */
    public static void helsinkiDemo(Path data, long number) {
        new FixturePublication("helsinki", true).publish(data, number);
    }

    public static void newYork(Path data, long number) {
        new FixturePublication("newyork", false).publish(data, number);
    }

    private void publish(Path data, long number) {
        try {
            Path folder = Files.createDirectories(data.resolve(city).resolve("publications"));
            Path file = folder.resolve("made-up-%d.duckdb".formatted(number));
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                    Statement statement = connection.createStatement()) {
                new FixtureDescription(catalogue, pack, city, demonstration).write(connection, statement);
                new FixtureEvents(catalogue).write(statement);
                new FixtureCells(catalogue).write(statement);
                if (demonstration) {
                    FixtureSignals.write(connection);
                } else {
                    FixtureSignals.none(connection);
                }
                for (String scratch : List.of("service_step", "resident_contact")) {
                    statement.execute("drop table " + scratch);
                }
            }
            FixtureRuns.write(data.resolve(city));
            Files.writeString(
                    folder.resolve(number + ".json"),
                    "{\"file\": \"%s\", \"sha256\": \"%s\", \"schema\": %d, \"created_at\": \"2026-11-24T04:12:00Z\", \"complete_through\": \"%s\"}"
                            .formatted(file.getFileName(), sha256(file), Publication.SCHEMA, COMPLETE_THROUGH));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the made-up city can't be published", e);
        }
    }

    static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Changes what a publication of Helsinki's demonstration city says, as a later one would. */
    public static void correct(Path data, long number, String... statements) {
        Path folder = data.resolve("helsinki-demo").resolve("publications");
        Path file = folder.resolve("made-up-%d.duckdb".formatted(number));
        try {
            String before = sha256(file);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            Path json = folder.resolve(number + ".json");
            Files.writeString(json, Files.readString(json).replace(before, sha256(file)));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the made-up city can't be corrected", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
