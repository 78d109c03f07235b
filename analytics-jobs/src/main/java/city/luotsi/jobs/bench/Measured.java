package city.luotsi.jobs.bench;

import java.util.Map;

/**
 * What was measured at one size. Times are wall clock, in seconds; sizes are in bytes.
 *
 * @param build the whole cube, the median of several
 * @param buildCpu processor time of such a build, of all threads
 * @param day the events of one day more, and the cases it closed
 * @param dayIngest taking them in
 * @param increment bringing the cube up to date with them
 * @param publish making, checking and publishing the file after the whole build
 * @param peakMemory of the process, from ingest to the increment, without DuckDB's build
 * @param duckDb the same cube from the same files by DuckDB, the median of several
 * @param difference between the two cubes, in words; empty if there is none
 * @param stages of the last whole build, in seconds
 */
record Measured(
        long events,
        double ingest,
        double build,
        double buildCpu,
        long day,
        double dayIngest,
        double increment,
        double publish,
        long cells,
        long peakMemory,
        long lakeSize,
        long cubeSize,
        long publicationSize,
        double duckDb,
        String difference,
        Map<String, Double> stages) {

    double ratio() {
        return build / duckDb;
    }
}
