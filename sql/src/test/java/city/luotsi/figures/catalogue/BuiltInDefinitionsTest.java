package city.luotsi.figures.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every file under {@code sql/kpi} and {@code sql/subject}, walked one by one. */
class BuiltInDefinitionsTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final Set<String> WHOLE = Set.of("BIGINT", "INTEGER", "BOOLEAN");

    static List<Kpi> kpis() {
        return List.copyOf(CATALOGUE.kpis().values());
    }

    @Test
    void holdTheKeyFiguresThatTheOverviewNeeds() {
        assertTrue(CATALOGUE
                .kpis()
                .keySet()
                .containsAll(Set.of(
                        "requests",
                        "completed_transactions",
                        "digital_take_up",
                        "completion_rate",
                        "proactive_share",
                        "waiting_time_median",
                        "waiting_time_p90",
                        "first_response_time_median",
                        "due_kept",
                        "open_cases",
                        "overdue_open_cases",
                        "open_case_age",
                        "satisfied",
                        "answer_rate",
                        "cost_per_transaction",
                        "repeat_contacts",
                        "unique_residents",
                        "requests_per_1000_residents")));
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void everyKpiIsDescribedByDuckDbAgainstItsSubjectAndSumsExactly(Kpi kpi) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            prepare(statement);
            try (ResultSet columns =
                    statement.executeQuery("describe " + kpi.file().select())) {
                while (columns.next()) {
                    String type = columns.getString("column_type");
                    if (kpi.rollup().grainKind() == GrainKind.CELL) {
                        assertTrue(
                                WHOLE.contains(type) || type.startsWith("DECIMAL"),
                                columns.getString("column_name") + " would be summed as " + type);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void everyKpiSaysItsMeaningInThreeLanguages(Kpi kpi) {
        Set<String> meanings = List.of("en", "fi", "sv").stream()
                .map(language -> kpi.meaning().in(Locale.of(language)))
                .collect(Collectors.toSet());
        assertEquals(3, meanings.size(), "three different texts");
        assertFalse(meanings.stream().anyMatch(String::isBlank));
    }

    @Test
    void aFolderAddsAKpiAndAWrongOneIsNamed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("kpi"));
        Files.writeString(folder.resolve("kpi/refusals.sql"), """
                /*
                title:   { en: Refusals, fi: Hylkäykset, sv: Avslag }
                meaning: { en: "Refused.", fi: "Hylätyt.", sv: "Avslagna." }
                of:      service_step
                rollup:  sum
                unit:    count
                better:  neither
                */
                select 1 as value from service_step where step = 'ended' and outcome = 'refused'
                """);

        assertTrue(Catalogue.of(Definitions.builtIn().with(folder)).kpis().containsKey("refusals"));

        Files.writeString(
                folder.resolve("kpi/refusals.sql"),
                Files.readString(folder.resolve("kpi/refusals.sql")).replace("service_step", "service_stop"));
        DefinitionException error = assertThrows(
                DefinitionException.class,
                () -> Catalogue.of(Definitions.builtIn().with(folder)));
        assertEquals(
                "kpi/refusals.sql, line 4: 'of' is 'service_stop'; known are [resident_contact, service_step]",
                error.getMessage());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        DefinitionException error = assertThrows(
                DefinitionException.class, () -> Definitions.builtIn().with(Path.of("no", "such", "folder")));
        assertEquals(Path.of("no", "such", "folder") + ": no such folder of SQL files", error.getMessage());
    }

    private static void prepare(Statement statement) throws SQLException {
        statement.execute(Definitions.builtIn().text("dialect/duckdb.sql").orElseThrow());
        statement.execute("""
                create table service_event (
                    feed text, event_id text, source text, service_code text, department_code text, district_code text,
                    located_district_code text, lon double, lat double, channel text, age_group text, language text,
                    requested_at timestamptz, responded_at timestamptz, due_at timestamptz, ended_at timestamptz,
                    status text, outcome text, satisfaction integer, cost decimal(12, 2), resident bigint,
                    updated_at timestamptz);
                create table service_by_code (source text, code text, service text, department text);
                create table department_by_code (source text, code text, department text);
                create table district_by_code (source text, code text, district text, major_district text);
                create table age_group (age_group text);
                create table feed (feed text, asks_satisfaction boolean);
                """);
        // one reads the other: service_step first
        for (Subject subject : List.copyOf(CATALOGUE.subjects().values()).reversed()) {
            statement.execute("create view %s as %s"
                    .formatted(subject.name(), subject.file().select()));
        }
    }
}
