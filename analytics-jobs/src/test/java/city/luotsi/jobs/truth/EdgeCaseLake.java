package city.luotsi.jobs.truth;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A small lake full of what goes wrong in real ones: ended before requested, final without a date, open with one, due
 * before requested, unknown codes, no channel, no district, the hours around midnight and both clock changes.
 */
final class EdgeCaseLake {
    private static final int EVENTS = 6000;

    private EdgeCaseLake() {}

    static void write(SparkSession spark, String folder) {
        spark.conf().set("spark.sql.session.timeZone", "UTC");
        spark.range(EVENTS)
                .selectExpr(
                        "cast(id as string) as event_id",
                        "abs(xxhash64(id, 'when')) % 15552000 as second",
                        "abs(xxhash64(id, 'wait')) % 4000000 as wait",
                        "cast(abs(xxhash64(id, 'kind')) % 100 as int) as kind",
                        "cast(abs(xxhash64(id, 'service')) % 9 as int) as service",
                        "cast(abs(xxhash64(id, 'place')) % 6 as int) as place",
                        "cast(abs(xxhash64(id, 'way')) % 7 as int) as way",
                        "abs(xxhash64(id, 'resident')) % 900 as person")
                .createOrReplaceTempView("dice");
        Dataset<Row> events = spark.sql("""
                with timed as (
                    select *,
                        -- about half of a year from 3 February 2025, so with the change to summer time inside; every
                        -- tenth request falls into the hours around midnight of a clock change
                        case when kind % 10 = 0 then timestamp_seconds(1743271200 + second % 36000)
                             else timestamp_seconds(1738533600 + second) end as requested_at
                    from dice
                ), ended as (
                    select *,
                        case
                            when kind < 4 then timestamp_seconds(unix_seconds(requested_at) - wait % 500000)
                            when kind < 80 then timestamp_seconds(unix_seconds(requested_at) + wait)
                        end as end_stamp
                    from timed
                ), known as (
                    select *, case when end_stamp < timestamp '2025-08-01 21:00:00' then end_stamp end as ended_at from ended
                )
                select
                    if(service < 5, 'alpha', 'beta') as feed,
                    event_id,
                    'events' as source,
                    element_at(array('library_loan', 'dental_care', 'day_care', 'building_permit', 'no_such_code',
                        'social_assistance', 'street_feedback', 'preschool', cast(null as string)), service + 1) as service_code,
                    case when service = 8 then 'culture_leisure' when kind = 7 then 'urban_environment' end as department_code,
                    element_at(array('101', '503', '704', 'nowhere', cast(null as string), '301'), place + 1) as district_code,
                    cast(null as double) as lon,
                    cast(null as double) as lat,
                    if(service = 5, null, element_at(array('web', 'app', 'phone', 'counter', 'mail', 'proactive', 'other'),
                        way + 1)) as channel,
                    element_at(array('0_6', '7_15', '16_64', '65_up', cast(null as string), '16_64'), place + 1) as age_group,
                    cast(null as string) as language,
                    requested_at,
                    case when kind % 3 = 0 then timestamp_seconds(unix_seconds(requested_at) + wait % 90000) end as responded_at,
                    case when service < 3 then timestamp_seconds(unix_seconds(requested_at) + if(kind = 50, -1, 1) * 864000) end
                        as due_at,
                    -- kind 5: open with a date; kind 6: final without one
                    if(kind = 6, null, ended_at) as ended_at,
                    case
                        when kind = 5 then 'open'
                        when kind = 6 then 'completed'
                        when ended_at is null then 'open'
                        when kind % 11 = 0 then 'abandoned'
                        when kind % 13 = 0 then 'failed'
                        else 'completed'
                    end as status,
                    cast(null as string) as outcome,
                    case when service < 4 and kind % 4 = 0 and ended_at is not null then cast(1 + wait % 5 as int) end
                        as satisfaction,
                    case when service <> 6 then cast(wait % 100000 as decimal(12, 2)) / 100 end as cost_wide,
                    case when service <> 7 then person end as resident,
                    timestamp '2025-08-01 21:00:00' as updated_at,
                    cast(date_trunc('month', requested_at) as date) as requested_month
                from known
                """);
        events.withColumn("cost", org.apache.spark.sql.functions.expr("cast(cost_wide as decimal(12, 2))"))
                .drop("cost_wide")
                // few files: each costs a task in every query after it
                .coalesce(1)
                .write()
                .format("delta")
                .option("delta.enableChangeDataFeed", "true")
                .partitionBy("requested_month")
                .save(folder);
    }
}
