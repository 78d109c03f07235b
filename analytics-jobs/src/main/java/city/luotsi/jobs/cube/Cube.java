package city.luotsi.jobs.cube;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A city's figures as they were added up, before anything is hidden.
 *
 * @param file a DuckDB file that has the tables; only to be read
 * @param survey how far the lake's data went
 * @param columns where each KPI's numbers stand
 * @param subjects how each came to be, in words
 */
public record Cube(
        Path file, LakeSurvey survey, List<CubeTable> tables, List<MeasureColumn> columns, List<String> subjects) {
    public Cube {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        subjects = List.copyOf(subjects);
    }

    /** The last day that is in it. */
    public LocalDate completeThrough() {
        return survey.data().to();
    }
}
