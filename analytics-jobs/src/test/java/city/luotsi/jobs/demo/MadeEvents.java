package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Events of a demonstration city, made by Spark and looked at with DuckDB, in the city's days. */
final class MadeEvents implements AutoCloseable {
    /** A Tuesday after a public holiday's week, so that the data has a partial week at its end. */
    static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);

    private final Recipe recipe;
    private final Connection connection;

    private MadeEvents(Recipe recipe, Connection connection) {
        this.recipe = recipe;
        this.connection = connection;
    }

    static DemoSettings settings(long events, long seed) {
        return new DemoSettings(events, seed, UNTIL, 3, DemoSettings.Telling.ALL);
    }

    static MadeEvents of(String city, DemoSettings settings, Path data, int parts) throws SQLException {
        DemoCity demo = new DemoCity(new JobFolders(data), Definitions.builtIn(), city, Progress.silent());
        Recipe recipe = demo.recipe(settings);
        Path folder = data.resolve("made-%s-%d-%d".formatted(city, settings.hashCode(), parts));
        demo.write(recipe, SharedSpark.session(), parts, folder.toString());
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = '%s'"
                    .formatted(city.startsWith("newyork") ? "America/New_York" : "Europe/Helsinki"));
            statement.execute("""
                    create table event as
                    select *,
                        cast(requested_at as date) as requested_day,
                        cast(ended_at as date) as ended_day,
                        epoch(ended_at - requested_at) / 86400 as days
                    from read_parquet('%s/*.parquet')
                    """.formatted(folder));
        }
        return new MadeEvents(recipe, connection);
    }

    Recipe recipe() {
        return recipe;
    }

    PlantedStory story(String id) {
        return recipe.stories().stream()
                .filter(story -> story.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    double number(String sql) throws SQLException {
        return numbers(sql).getFirst();
    }

    /** The first row. */
    List<Double> numbers(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("no row: " + sql);
            }
            List<Double> numbers = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getDouble(i));
            }
            return numbers;
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("no row: " + sql);
            }
            return row.getString(1);
        }
    }

    /** The same for the same rows, in whatever order. */
    String content() throws SQLException {
        return text(
                "select count(*) || ' ' || bit_xor(hash(event)) || ' ' || sum(hash(event) / 3::hugeint) from event");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
