package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A finished publication's histograms, which are kept by month: of services, and of the channels of open ones. */
final class HistogramReader {
    private static final String SERVICE = "service";
    private static final String CHANNEL = "channel";
    /** No window is compared with anything earlier. */
    private static final int LOOKED_BACK =
            3 * Pace.MONTH.year() + 2 * Collections.max(Pace.MONTH.windows()) + Pace.MONTH.reference();

    private final Connection connection;
    private final Publication publication;

    HistogramReader(Connection connection, Publication publication) {
        this.connection = connection;
        this.publication = publication;
    }

    /**
     * @param kpi one of those that are quantiles of the same values
     * @param newest the last day of the newest month
     */
    Map<Slice, Histogram> months(Kpi kpi, LocalDate newest) throws SQLException {
        int pieces = Math.min(Pace.MONTH.pieces(publication.data().from(), newest), LOOKED_BACK);
        Map<Slice, List<Map<Integer, Double>>> found = new HashMap<>();
        for (Grain grain : publication.catalogue().subjectOf(kpi).grains(GrainKind.BUCKET)) {
            if (grain.day()) {
                continue;
            }
            if (grain.dimensions().equals(List.of(SERVICE))) {
                read(kpi, grain, "''", newest, pieces, found);
            } else if (!grain.coarse() && grain.dimensions().equals(List.of(SERVICE, CHANNEL))) {
                read(kpi, grain, CHANNEL, newest, pieces, found);
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, slice -> new Histogram(slice.getValue())));
    }

    private void read(
            Kpi kpi,
            Grain grain,
            String channel,
            LocalDate newest,
            int pieces,
            Map<Slice, List<Map<Integer, Double>>> found)
            throws SQLException {
        // one row per service, channel, month and bucket; what is hidden is null
        String sql = """
                select service, %s as channel, month, bucket, cast(events as double) as events
                from %s
                where measure = ? and month > ? and month <= ?
                """.formatted(channel, grain.table());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, publication.column(kpi, "measure"));
            statement.setObject(2, Pace.MONTH.end(newest, pieces));
            statement.setObject(3, newest);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int ago = (int) YearMonth.from(rows.getObject("month", LocalDate.class))
                            .until(YearMonth.from(newest), ChronoUnit.MONTHS);
                    Optional<Slice> slice = slice(rows.getString(SERVICE), rows.getString(CHANNEL));
                    if (slice.isEmpty()) {
                        continue;
                    }
                    int bucket = rows.getInt("bucket");
                    double events = rows.getDouble("events");
                    found.computeIfAbsent(slice.get(), any -> empty(pieces))
                            .get(ago)
                            .merge(bucket, rows.wasNull() ? Double.NaN : events, Double::sum);
                }
            }
        }
    }

    private Optional<Slice> slice(@Nullable String service, @Nullable String channel) {
        if (service == null || channel == null || service.equals(Member.WITHHELD) || channel.equals(Member.WITHHELD)) {
            return Optional.empty();
        }
        Slice whole = Slice.ofService(publication.member(SERVICE, service).flatMap(Member::parent), service);
        return Optional.of(channel.isEmpty() ? whole : whole.byChannel(channel));
    }

    private static List<Map<Integer, Double>> empty(int pieces) {
        List<Map<Integer, Double>> empty = new ArrayList<>();
        for (int ago = 0; ago < pieces; ago++) {
            empty.add(new HashMap<>());
        }
        return empty;
    }
}
