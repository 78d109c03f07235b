package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as it is run, without parameters: DuckDB plans what is prepared twice, which takes half as long again. Nothing that
 * a user says comes into it: identifiers come from the catalogue, members from the publication, and days are days.
 *
 * <p>Its rows: {@code piece} (the first day of the piece of time; null: before the period, for stocks), {@code member},
 * then what the roll-up needs.
 */
record QuerySql(String text) {

    static QuerySql of(Publication publication, Kpi kpi, KpiQuery query, Period answered, Grain grain) {
        String piece = piece(kpi, query, answered, grain);
        String member = query.by().map("coalesce(%s, 'unknown')"::formatted).orElse("''");
        String measures = measures(publication, kpi);
        String group = kpi.rollup() == Rollup.QUANTILE ? "piece, member, bucket" : "piece, member";
        List<String> conditions = new ArrayList<>();
        if (!kpi.rollup().isStock()) {
            conditions.add(grain.timeColumn() + " >= " + startIn(grain, answered.from()));
        }
        conditions.add(grain.timeColumn() + " <= " + day(answered.to()));
        if (kpi.rollup() == Rollup.QUANTILE || kpi.rollup() == Rollup.DISTINCT) {
            conditions.add("measure = " + text(publication.column(kpi, "measure")));
        }
        query.filters().forEach((dimension, members) -> conditions.add(filter(publication, dimension, members)));
        String text = """
                select %s as piece, %s as member, %s, %s as hidden
                from %s
                where %s
                group by %s
                order by %s
                """.formatted(
                        piece,
                        member,
                        measures,
                        hidden(publication, kpi, query, grain),
                        grain.table(),
                        String.join(" and ", conditions),
                        group,
                        group);
        return new QuerySql(text.strip());
    }

    private static String piece(Kpi kpi, KpiQuery query, Period answered, Grain grain) {
        String time = grain.timeColumn();
        String start = switch (query.step()) {
            case WHOLE -> day(answered.from());
            case DAY -> time;
            case WEEK -> "cast(date_trunc('week', %s) as date)".formatted(time);
            case MONTH -> "cast(date_trunc('month', %s) as date)".formatted(time);
            case QUARTER -> "cast(date_trunc('quarter', %s) as date)".formatted(time);
            case YEAR -> "cast(date_trunc('year', %s) as date)".formatted(time);
        };
        return kpi.rollup().isStock()
                ? "case when %s >= %s then %s end".formatted(time, startIn(grain, answered.from()), start)
                : start;
    }

    /** The first day as the grain spells it: a month is stored as its first day. */
    private static String startIn(Grain grain, LocalDate day) {
        return day(grain.day() ? day : day.withDayOfMonth(1));
    }

    private static String day(LocalDate day) {
        return "date '%s'".formatted(day);
    }

    private static String text(String text) {
        return "'%s'".formatted(text.replace("'", "''"));
    }

    private static String measures(Publication publication, Kpi kpi) {
        return switch (kpi.rollup()) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT ->
                Stream.concat(kpi.rollup().columns().stream(), Stream.of("counted", "rows"))
                        .map(role -> "cast(coalesce(sum(%s), 0) as double) as \"%s\""
                                .formatted(publication.column(kpi, role), role))
                        .collect(Collectors.joining(", "));
            case QUANTILE -> "bucket, cast(sum(events) as bigint) as events";
            case DISTINCT ->
                "list(sketch) as sketches, cast(sum(counted) as double) as counted, cast(sum(rows) as double) as \"rows\"";
        };
    }

    /**
     * SQL: whether anything that counts here is hidden. A hidden cell is null. Of a table of services it stands in a sum
     * further up, among the confidential services of its department or of the city: there it matters only to who asks for
     * less than that. Of a table that is cut further it stands among what is withheld of its service, which is asked for too
     * if nothing else is.
     */
    private static String hidden(Publication publication, Kpi kpi, KpiQuery query, Grain grain) {
        if (publication.confidential().isEmpty()
                || kpi.rollup().grainKind() == GrainKind.SKETCH
                || !grain.dimensions().contains("service")) {
            return "false";
        }
        String isNull = kpi.rollup().grainKind() == GrainKind.BUCKET
                ? "events is null"
                : columns(publication, kpi)
                        .map(column -> column + " is null")
                        .collect(Collectors.joining(" or ", "(", ")"));
        Set<String> asked = GrainChoice.dimensions(query);
        String level;
        if (!GrainChoice.WHO.containsAll(asked) || asked.containsAll(GrainChoice.WHO)) {
            level = "true";
        } else if (asked.contains("service")) {
            level = "(service <> '%1$s' or department = '%1$s')".formatted(Member.WITHHELD);
        } else if (asked.contains("department")) {
            level = "service = '%s'".formatted(Member.WITHHELD);
        } else {
            level = "service = '%1$s' and department = '%1$s'".formatted(Member.WITHHELD);
        }
        return "coalesce(bool_or(%s and %s), false)".formatted(isNull, level);
    }

    private static Stream<String> columns(Publication publication, Kpi kpi) {
        return Stream.concat(kpi.rollup().columns().stream(), Stream.of("counted", "rows"))
                .map(role -> publication.column(kpi, role));
    }

    /** What the publication doesn't know counts nowhere. */
    private static String filter(Publication publication, String dimension, Set<String> members) {
        List<String> known = publication.members(dimension).stream()
                .map(Member::id)
                .filter(members::contains)
                .toList();
        List<String> either = new ArrayList<>();
        if (!known.isEmpty()) {
            either.add(known.stream().map(QuerySql::text).collect(Collectors.joining(", ", dimension + " in (", ")")));
        }
        if (members.contains(Member.UNKNOWN)) {
            either.add(dimension + " is null");
        }
        return either.isEmpty() ? "false" : "(" + String.join(" or ", either) + ")";
    }
}
