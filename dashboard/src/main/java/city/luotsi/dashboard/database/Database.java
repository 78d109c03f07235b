package city.luotsi.dashboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application's own database. It is opened beside the start and not before it: figures can be read without it. Where it
 * can't be opened, what needs it fails and can be tried again. Not on the thread of a request.
 */
@Component
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path data;
    private final String url;
    private final String user;
    private final String password;
    private @Nullable HikariDataSource pool;

    /**
     * @param data where the file lies, unless there is a url
     * @param url such as {@code jdbc:postgresql://host/luotsi}; empty: a file
     */
    public Database(
            @Value("${luotsi.data}") Path data,
            @Value("${luotsi.database:}") String url,
            @Value("${luotsi.database.user:}") String user,
            @Value("${luotsi.database.password:}") String password) {
        this.data = data;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** In one transaction: all of it is kept, or nothing. */
    public <T> T inTransaction(Function<JdbcClient, T> work) {
        HikariDataSource opened = open();
        return new TransactionTemplate(new JdbcTransactionManager(opened))
                .execute(_ -> work.apply(JdbcClient.create(opened)));
    }

    private synchronized HikariDataSource open() {
        HikariDataSource known = pool;
        if (known != null) {
            return known;
        }
        HikariDataSource opened = new HikariDataSource(configuration());
        try {
            Flyway.configure()
                    .dataSource(opened)
                    .locations("classpath:database")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        pool = opened;
        return opened;
    }

    private HikariConfig configuration() {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("database");
        configuration.setConnectionTimeout(PATIENCE_MILLIS);
        if (url.isBlank() || url.startsWith(SQLITE)) {
            // one writer at a time is what it can do; after a power cut all is there that was said to be
            configuration.setMaximumPoolSize(1);
            configuration.setJdbcUrl(url.isBlank() ? SQLITE + file() : url);
            configuration.addDataSourceProperty("journal_mode", "WAL");
            configuration.addDataSourceProperty("synchronous", "FULL");
            configuration.addDataSourceProperty("foreign_keys", "true");
            configuration.addDataSourceProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
        } else {
            configuration.setMaximumPoolSize(4);
            configuration.setMinimumIdle(1);
            configuration.setJdbcUrl(url);
            if (!user.isBlank()) {
                configuration.setUsername(user);
                configuration.setPassword(password);
            }
        }
        return configuration;
    }

    private Path file() {
        try {
            return Files.createDirectories(data).resolve("luotsi.sqlite").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be made; may this user write there?".formatted(data), e);
        }
    }

    /** A wrong setting is told at once, and the first reader doesn't wait for it to open. */
    @EventListener(ApplicationReadyEvent.class)
    void openBeside() {
        Thread.ofPlatform().daemon().name("database").start(() -> {
            try {
                open();
            } catch (RuntimeException e) {
                LOG.warn("The application database can't be opened; notes can't be read or written", e);
            }
        });
    }

    @PreDestroy
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
