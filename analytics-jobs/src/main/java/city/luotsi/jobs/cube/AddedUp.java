package city.luotsi.jobs.cube;

/**
 * Rows of a table of the cube that Spark has added up, as Parquet.
 *
 * @param files a glob
 */
record AddedUp(CubeTable table, String files) {}
