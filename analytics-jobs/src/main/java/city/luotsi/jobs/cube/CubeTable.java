package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Grain;
import java.util.List;

/**
 * A finished table of the cube, as Parquet.
 *
 * @param files a glob of its Parquet files
 * @param keys its time and dimension columns, in order
 * @param measures its other columns
 */
public record CubeTable(Grain grain, String files, List<String> keys, List<String> measures) {
    public CubeTable {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
    }
}
