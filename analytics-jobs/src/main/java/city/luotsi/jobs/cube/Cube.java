package city.luotsi.jobs.cube;

import java.util.List;

/** All tables of one build, and where each KPI's numbers stand in them. */
public record Cube(List<CubeTable> tables, List<MeasureColumn> columns) {
    public Cube {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }
}
