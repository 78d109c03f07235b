package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.Confidentiality;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.Residents;
import city.luotsi.figures.city.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what a published file says about itself; the figures stay in the file. */
public final class PublicationReader {
    private final Connection connection;

    private PublicationReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws IllegalArgumentException if the file's schema is another than {@link Publication#SCHEMA}
     * @throws SQLException if it isn't a publication at all
     */
    public static Publication read(Connection connection) throws SQLException {
        return new PublicationReader(connection).read();
    }

    private Publication read() throws SQLException {
        Map<String, List<Member>> members = new HashMap<>();
        Set<String> provided = new HashSet<>();
        for (String dimension : list("select dimension as x from dimension_file order by dimension")) {
            members.put(dimension, members(dimension));
        }
        provided.addAll(list("select dimension as x from dimension_file where known > 0"));
        Catalogue catalogue = Catalogue.of(
                files("kpi", "select kpi as name, file from kpi order by kpi"),
                files("subject", "select subject as name, file from subject_file order by subject"),
                dimensionFiles());
        Map<String, Map<String, String>> columns = new HashMap<>();
        each(
                "select kpi, role, column_name from measure",
                row -> columns.computeIfAbsent(row.getString("kpi"), kpi -> new HashMap<>())
                        .put(row.getString("role"), row.getString("column_name")));
        Map<String, Long> sizes = new HashMap<>();
        each("select table_name, size from grain", row -> sizes.put(row.getString("table_name"), row.getLong("size")));
        Map<String, String> owners = new HashMap<>();
        each(
                "select kpi, owner from kpi where owner is not null",
                row -> owners.put(row.getString("kpi"), row.getString("owner")));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from publication")) {
            if (!row.next()) {
                throw new SQLException("the table 'publication' is empty");
            }
            int schema = row.getInt("schema_version");
            if (schema != Publication.SCHEMA) {
                throw new IllegalArgumentException(
                        "it has schema %d, this dashboard reads %d; update the older of the two programs"
                                .formatted(schema, Publication.SCHEMA));
            }
            return new Publication(
                    row.getString("city"),
                    name(row),
                    row.getBoolean("demonstration"),
                    ZoneId.of(row.getString("zone")),
                    row.getString("currency"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    new Period(day(row, "first_day"), day(row, "complete_through")),
                    gaps(),
                    catalogue,
                    list("select kpi as x from kpi where position is not null order by position"),
                    owners,
                    members,
                    outlines(),
                    provided,
                    population(),
                    targets(),
                    feeds(),
                    checks(),
                    confidential(),
                    columns,
                    sizes);
        }
    }

    private interface RowUse {
        void row(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    private List<String> list(String sql) throws SQLException {
        List<String> items = new ArrayList<>();
        each(sql, row -> items.add(row.getString("x")));
        return items;
    }

    private List<SqlFile> files(String folder, String sql) throws SQLException {
        List<SqlFile> files = new ArrayList<>();
        each(sql, row -> files.add(SqlFile.parse(folder, row.getString("name"), row.getString("file"))));
        return files;
    }

    private Map<String, String> dimensionFiles() throws SQLException {
        Map<String, String> files = new LinkedHashMap<>();
        each(
                "select dimension, file from dimension_file order by dimension",
                row -> files.put(row.getString("dimension"), row.getString("file")));
        return files;
    }

    /** The dimension's name comes from the file's own list of dimensions, so it is safe as a table's name. */
    private List<Member> members(String dimension) throws SQLException {
        List<Member> members = new ArrayList<>();
        each("select * from \"%s\" order by position".formatted(dimension), row -> {
            String confidentiality = row.getString("confidentiality");
            members.add(new Member(
                    row.getString("id"),
                    Optional.ofNullable(row.getString("parent")),
                    row.getInt("position"),
                    name(row),
                    Optional.ofNullable(confidentiality)
                            .map(text -> Confidentiality.valueOf(text.toUpperCase(Locale.ROOT))),
                    number(row, "lon"),
                    number(row, "lat")));
        });
        return members;
    }

    /** What was published before there were outlines has none. */
    private Map<String, Map<String, String>> outlines() throws SQLException {
        Map<String, Map<String, String>> outlines = new HashMap<>();
        if (!list("select table_name as x from information_schema.tables where table_name = 'outline'")
                .isEmpty()) {
            each(
                    "select dimension, member, wkt from outline",
                    row -> outlines.computeIfAbsent(row.getString("dimension"), dimension -> new HashMap<>())
                            .put(row.getString("member"), row.getString("wkt")));
        }
        return outlines;
    }

    private List<Residents> population() throws SQLException {
        List<Residents> population = new ArrayList<>();
        each(
                "select year, district, age_group, residents from population",
                row -> population.add(new Residents(
                        row.getInt("year"),
                        Optional.ofNullable(row.getString("district")),
                        Optional.ofNullable(row.getString("age_group")),
                        row.getLong("residents"))));
        return population;
    }

    private List<Target> targets() throws SQLException {
        List<Target> targets = new ArrayList<>();
        each(
                "select kpi, department, from_day, value, decision from target",
                row -> targets.add(new Target(
                        row.getString("kpi"),
                        Optional.ofNullable(row.getString("department")),
                        day(row, "from_day"),
                        row.getDouble("value"),
                        row.getString("decision"))));
        return targets;
    }

    private List<Feed> feeds() throws SQLException {
        List<Feed> feeds = new ArrayList<>();
        each(
                "select feed, source, events, first_day, complete_through from feed order by feed",
                row -> feeds.add(new Feed(
                        row.getString("feed"),
                        row.getString("source"),
                        row.getLong("events"),
                        day(row, "first_day"),
                        day(row, "complete_through"))));
        return feeds;
    }

    private List<CheckResult> checks() throws SQLException {
        Map<String, Check> byName = new HashMap<>();
        for (SqlFile file : files("check", "select check_name as name, file from check_file order by check_name")) {
            byName.put(file.name(), Check.of(file));
        }
        List<CheckResult> results = new ArrayList<>();
        each(
                "select check_name, what, found, of_rows, allowed, holds from check_result order by check_name, what",
                row -> {
                    Check check = byName.get(row.getString("check_name"));
                    if (check != null) {
                        results.add(new CheckResult(
                                check,
                                row.getString("what"),
                                row.getDouble("found"),
                                row.getLong("of_rows"),
                                row.getDouble("allowed"),
                                row.getBoolean("holds")));
                    }
                });
        return results;
    }

    private List<ConfidentialService> confidential() throws SQLException {
        List<ConfidentialService> services = new ArrayList<>();
        each(
                "select service, department, k from confidential_service order by service, department",
                row -> services.add(new ConfidentialService(
                        row.getString("service"), Optional.ofNullable(row.getString("department")), row.getInt("k"))));
        return services;
    }

    private List<Period> gaps() throws SQLException {
        List<Period> gaps = new ArrayList<>();
        each(
                "select from_day, to_day from gap order by from_day",
                row -> gaps.add(new Period(day(row, "from_day"), day(row, "to_day"))));
        return gaps;
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Text name(ResultSet row) throws SQLException {
        return Text.of(row.getString("name_en"), row.getString("name_fi"), row.getString("name_sv"));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
