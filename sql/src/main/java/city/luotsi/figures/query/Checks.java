package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.DefinitionException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a finished publication what is wrong with it. */
public final class Checks {
    private Checks() {}

    /**
     * @param checks of the publication; those of events are counted in the lake
     * @throws DefinitionException if a check's select isn't one of {@code what, found, allowed}
     */
    public static List<CheckResult> ask(Connection connection, List<Check> checks) throws SQLException {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            if (check.row().isEmpty()) {
                results.addAll(ask(connection, check));
            }
        }
        return results;
    }

    private static List<CheckResult> ask(Connection connection, Check check) throws SQLException {
        List<CheckResult> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select what, found::double as found, allowed::double as allowed from (%s\n) order by what"
                                .formatted(check.file().select()))) {
            while (rows.next()) {
                findings.add(new CheckResult(
                        check, rows.getString("what"), rows.getDouble("found"), 0, rows.getDouble("allowed"), false));
            }
        } catch (SQLException e) {
            throw new DefinitionException(
                    check.file().origin(), check.file().selectLine(), String.valueOf(e.getMessage()));
        }
        return findings.isEmpty() ? List.of(new CheckResult(check, "", 0, 0, 0, true)) : findings;
    }
}
