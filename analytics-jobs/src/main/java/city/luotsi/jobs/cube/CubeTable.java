package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of the cube.
 *
 * @param keys its time and dimension columns, in order
 * @param measures its other columns
 */
public record CubeTable(Grain grain, List<String> keys, List<String> measures) {
    public CubeTable {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
    }

    public String name() {
        return grain.table();
    }

    /** The columns that no two rows share: buckets and sketches have their measure beside the keys. */
    List<String> cellKeys() {
        return switch (grain.kind()) {
            case CELL -> keys;
            case BUCKET ->
                Stream.concat(keys.stream(), Stream.of("measure", "bucket")).toList();
            case SKETCH -> Stream.concat(keys.stream(), Stream.of("measure")).toList();
        };
    }

    /** The columns that add up. */
    List<String> sums() {
        return grain.kind() == GrainKind.CELL
                ? measures
                : measures.stream()
                        .filter(measure -> measure.equals("events") || measure.equals("rows"))
                        .map(CubeFile::column)
                        .toList();
    }
}
