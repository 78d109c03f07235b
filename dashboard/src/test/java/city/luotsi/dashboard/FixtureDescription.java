package city.luotsi.dashboard;

import static city.luotsi.dashboard.FixturePublication.COMPLETE_THROUGH;
import static city.luotsi.dashboard.FixturePublication.FIRST_DAY;
import static city.luotsi.dashboard.FixturePublication.execute;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a publication says of itself and of its city, beside the figures. */
record FixtureDescription(Catalogue catalogue, CityPack pack, String city, boolean demonstration) {
    void write(Connection connection, Statement statement) throws SQLException {
        members(connection);
        outlines(statement);
        files(connection);
        residents(connection);
        targets(connection);
        protection(connection);
        checks(connection);
        feeds(connection);
        publication(connection);
    }

    private void members(Connection connection) throws SQLException {
        for (String dimension : catalogue.dimensions().keySet()) {
            execute(
                    connection,
                    "create table \"%s\" (id varchar, parent varchar, position int, name_en varchar, name_fi varchar, name_sv varchar, confidentiality varchar, lon double, lat double)"
                            .formatted(dimension));
            int position = 0;
            for (Member member : pack.members(dimension)) {
                execute(
                        connection,
                        "insert into \"%s\" values (?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(dimension),
                        member.id(),
                        member.parent().orElse(null),
                        position++,
                        in(member.name(), "en"),
                        in(member.name(), "fi"),
                        in(member.name(), "sv"),
                        member.confidentiality().map(Enum::name).orElse(null),
                        number(member.longitude()),
                        number(member.latitude()));
            }
        }
    }

    /** A square for each major district, as large as its districts lie apart; the districts themselves have points alone. */
    private static void outlines(Statement statement) throws SQLException {
        statement.execute("""
                create table outline as
                select 'major_district' as dimension, parent as member,
                       format('POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))',
                              min(lon) - 0.01, min(lat) - 0.005, max(lon) + 0.01, max(lat) + 0.005) as wkt
                from district group by parent
                """);
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private void files(Connection connection) throws SQLException {
        execute(connection, "create table kpi (kpi varchar, position int, owner varchar, hash varchar, file varchar)");
        for (Kpi kpi : catalogue.kpis().values()) {
            int position = pack.headline().indexOf(kpi.name());
            execute(
                    connection,
                    "insert into kpi values (?, ?, ?, ?, ?)",
                    kpi.name(),
                    position < 0 ? null : position,
                    pack.owners().get(kpi.name()),
                    kpi.hash(),
                    kpi.file().text());
        }
        execute(connection, "create table subject_file (subject varchar, file varchar)");
        for (Subject subject : catalogue.subjects().values()) {
            execute(
                    connection,
                    "insert into subject_file values (?, ?)",
                    subject.name(),
                    subject.file().text());
        }
        execute(connection, "create table dimension_file (dimension varchar, file varchar, known bigint)");
        for (Map.Entry<String, String> file :
                Definitions.builtIn().texts("dimension", ".yaml").entrySet()) {
            execute(connection, "insert into dimension_file values (?, ?, 1)", file.getKey(), file.getValue());
        }
    }

    private void residents(Connection connection) throws SQLException {
        execute(
                connection,
                "create table population (year int, district varchar, age_group varchar, residents bigint)");
        for (var residents : pack.population()) {
            if (residents.year() > 2020) {
                execute(
                        connection,
                        "insert into population values (?, ?, ?, ?)",
                        residents.year(),
                        residents.district().orElse(null),
                        residents.ageGroup().orElse(null),
                        residents.residents());
            }
        }
    }

    private void targets(Connection connection) throws SQLException {
        execute(
                connection,
                "create table target (kpi varchar, department varchar, from_day date, value double, decision varchar)");
        for (var target : pack.targets()) {
            execute(
                    connection,
                    "insert into target values (?, ?, ?, ?, ?)",
                    target.kpi(),
                    target.department().orElse(null),
                    target.from(),
                    target.value(),
                    target.decision());
        }
    }

    private static void protection(Connection connection) throws SQLException {
        execute(
                connection,
                "create table hidden_cell (table_name varchar, column_name varchar, told bigint, hidden bigint)");
        execute(connection, "create table gap (from_day date, to_day date)");
        execute(connection, "create table confidential_service (service varchar, department varchar, k int)");
    }

    private static void checks(Connection connection) throws SQLException {
        execute(connection, "create table check_file (check_name varchar, file varchar)");
        for (Check check : Check.all(Definitions.builtIn())) {
            execute(
                    connection,
                    "insert into check_file values (?, ?)",
                    check.name(),
                    check.file().text());
        }
        execute(
                connection,
                "create table check_result as from (values ('feeds_fresh', 'open311', 3.0, 0, 0.0, false),"
                        + " ('keys_known', '', 0.0, 0, 0.0, true),"
                        + " ('ended_before_requested', 'events', 12.0, 30000, 0.01, true))"
                        + " as results (check_name, what, found, of_rows, allowed, holds)");
    }

    private static void feeds(Connection connection) throws SQLException {
        execute(
                connection,
                "create table feed (feed varchar, source varchar, events bigint, first_day date, complete_through date, last_file_at timestamp)");
        execute(
                connection,
                "insert into feed values ('events', 'events', 30000, ?, ?, null)",
                FIRST_DAY,
                COMPLETE_THROUGH);
        execute(
                connection,
                "insert into feed values ('open311', 'open311', 900, ?, ?, null)",
                FIRST_DAY,
                COMPLETE_THROUGH.minusDays(3));
    }

    private void publication(Connection connection) throws SQLException {
        execute(
                connection,
                "create table publication as select ? as city, ? as pack, ? as name_en, ? as name_fi, ? as name_sv, cast(? as boolean) as demonstration, ? as zone, ? as currency, timestamptz '2026-11-24 04:12:00+00' as created_at, cast(? as date) as first_day, cast(? as date) as complete_through, 7 as lake_version, %d as schema_version"
                        .formatted(Publication.SCHEMA),
                city,
                pack.id(),
                in(pack.name(), "en"),
                in(pack.name(), "fi"),
                in(pack.name(), "sv"),
                demonstration,
                pack.zone().getId(),
                pack.currency(),
                FIRST_DAY,
                COMPLETE_THROUGH);
    }

    private static String in(Text text, String language) {
        return text.in(java.util.Locale.of(language));
    }
}
