package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A figure by two dimensions: by column the figures of each row, both in the city's order. */
record Crossing(Map<String, Map<String, Figure>> columns) {

    /** One question a column: a publication answers by one dimension at a time. */
    static Crossing of(Snapshot snapshot, KpiQuery query, String rows, String columns) throws SQLException {
        Set<String> filtered = query.filters().getOrDefault(columns, Set.of());
        List<String> members = new ArrayList<>(
                snapshot.publication().members(columns).stream().map(Member::id).toList());
        members.add(Member.UNKNOWN);
        Map<String, Map<String, Figure>> crossed = new LinkedHashMap<>();
        for (String member : members) {
            if (filtered.isEmpty() || filtered.contains(member)) {
                KpiSeries series =
                        snapshot.answer(query.where(columns, Set.of(member)).by(rows));
                Map<String, Figure> figures = new LinkedHashMap<>();
                series.points().forEach(point -> figures.put(point.member(), point.figure()));
                if (!figures.isEmpty()) {
                    crossed.put(member, figures);
                }
            }
        }
        return new Crossing(crossed);
    }
}
