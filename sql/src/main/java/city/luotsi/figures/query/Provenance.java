package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Kpi;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an answer came from the published file, for whoever checks it.
 *
 * @param table that it was added up from
 * @param sql as it was asked: to be run on the published file
 * @param told cells of confidential services in that table that are told, of the KPI's columns
 * @param hidden and those that are hidden
 */
public record Provenance(String table, String sql, long told, long hidden) {

    public static Provenance of(Connection connection, Publication publication, KpiSeries answer) throws SQLException {
        QuerySql asked = QuerySql.of(publication, answer.kpi(), answer.query(), answer.answered(), answer.grain());
        String table = answer.grain().table();
        List<String> columns = columns(publication, answer.kpi());
        String marks = String.join(", ", columns.stream().map(_ -> "?").toList());
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce(sum(told), 0) as told, coalesce(sum(hidden), 0) as hidden
                from hidden_cell
                where table_name = ? and column_name in (%s)
                """.formatted(marks))) {
            statement.setString(1, table);
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 2, columns.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Provenance(table, asked.text(), row.getLong("told"), row.getLong("hidden"));
            }
        }
    }

    private static List<String> columns(Publication publication, Kpi kpi) {
        return switch (kpi.rollup().grainKind()) {
            case CELL ->
                Stream.concat(kpi.rollup().columns().stream(), Stream.of("counted", "rows"))
                        .map(role -> publication.column(kpi, role))
                        .toList();
            case BUCKET -> List.of("events");
            case SKETCH -> List.of("sketch");
        };
    }
}
