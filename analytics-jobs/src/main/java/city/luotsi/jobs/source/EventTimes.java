package city.luotsi.jobs.source;

import org.apache.spark.sql.SparkSession;

/**
 * The functions that a source's select has besides Spark's own. Times without an offset are the session's local times:
 * of the hour that is repeated in autumn the first is meant, an hour that spring skips moves forward.
 */
final class EventTimes {
    /** Marks microseconds since 1970, for columns that are instants already. */
    static final String INSTANT = "@";

    private EventTimes() {}

    static void register(SparkSession session) {
        session.sql("""
                create or replace temporary function moment(written string) returns timestamp
                comment 'The time a text says, null if none'
                return case
                    when startswith(written, '@') then timestamp_micros(try_cast(substr(written, 2) as bigint))
                    when written like '____-__-__%' then coalesce(
                        try_cast(written as timestamp),
                        try_to_timestamp(written, 'yyyy-MM-dd HH:mm:ss[.SSS] Z'),
                        try_to_timestamp(written, "yyyy-MM-dd'T'HH:mm:ss[.SSS]Z"))
                    when written like '%/%' then coalesce(
                        try_to_timestamp(written, 'M/d/yyyy h:mm:ss a'),
                        try_to_timestamp(written, 'M/d/yyyy H:mm[:ss]'),
                        try_to_timestamp(written, 'M/d/yy H:mm[:ss]'),
                        try_to_timestamp(written, 'M/d/yyyy'))
                    when written like '%.%.%' then coalesce(
                        try_to_timestamp(written, 'd.M.yyyy H:mm[:ss]'),
                        try_to_timestamp(written, 'd.M.yyyy'))
                end
                """);
        session.sql("""
                create or replace temporary function unreadable(name string, written string) returns string
                comment 'The problem with a time that is written but says none'
                return case when written is not null and moment(written) is null
                    then concat(name, ' is no time: ', written) end
                """);
    }
}
