package city.luotsi.jobs.cube;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The events of a city as a version of the lake has them.
 *
 * @param table where the Delta table lies
 * @param id of the Delta table: one that was made anew has another, though its versions begin at 0 again
 */
public record LakeVersion(String table, String id, long version, Dataset<Row> events) {}
