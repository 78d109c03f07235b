package city.luotsi.jobs.demo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The events of the demonstration city, one row each, in the columns of sql/source/events.sql. All chance comes from a hash of
 * the seed, the event's number and what it is for: how Spark cuts the work changes nothing.
 */
final class DemoEvents {
    /** What every event's id begins with: so an invented event is known as one wherever it turns up. */
    static final String ID = "demo-";

    private static final Pattern CHANCE = Pattern.compile("\\bchance\\(([a-z.]+), '([a-z ]+)'\\)");
    private final DemoSettings settings;
    private final ZoneId zone;
    private final List<PlantedStory> stories;

    DemoEvents(DemoSettings settings, ZoneId zone, List<PlantedStory> stories) {
        this.settings = settings;
        this.zone = zone;
        this.stories = List.copyOf(stories);
    }

    /**
     * @param spark a session of its own, for the views
     * @param parts into how many the work is cut
     */
    Dataset<Row> of(SparkSession spark, DemoTables tables, int parts) {
        DemoTables.Slots slots = tables.create(spark);
        spark.range(0, settings.events(), 1, parts).createOrReplaceTempView("number");
        told(asked(spark, slots)).createOrReplaceTempView("asked");
        come(spark).createOrReplaceTempView("come");
        timed(spark).createOrReplaceTempView("timed");
        known(spark).createOrReplaceTempView("known");
        return described(spark);
    }

    /**
     * Runs SQL in which {@code chance(key, 'purpose')} is a number of at least 0 and less than 1: the same for the same seed, key and
     * purpose. Written out, because to Spark every call of a function in SQL is a query of its own.
     */
    private Dataset<Row> sql(SparkSession spark, String sql) {
        Dice dice = new Dice(settings.seed());
        return spark.sql(CHANCE.matcher(sql)
                .replaceAll(call -> "((xxhash64(%s, %dL) & 9007199254740991) / 9007199254740992e0)"
                        .formatted(call.group(1), dice.salt(call.group(2)))));
    }

    /** What is asked, on which day and by whom. */
    private Dataset<Row> asked(SparkSession spark, DemoTables.Slots slots) {
        return sql(spark, """
                with drawn as (
                    -- service and day together, by their weight
                    select /*+ broadcast(cell) */
                        n.id,
                        if(chance(n.id, 'cell coin') < cell.kept, cell.one, cell.other) as cell
                    from number as n
                    join cell on cell.slot = cast(chance(n.id, 'cell') * %1$d as int)
                ), profiled as (
                    -- who asks again is one of the few who ask several times within thirty days
                    select /*+ broadcast(p) */
                        d.id,
                        d.cell.day as day,
                        p.*,
                        case
                            when chance(d.id, 'again') < p.repeat
                            then xxhash64(cast(%3$d as bigint), p.service, d.cell.day div 30,
                                cast(chance(d.id, 'which') * p.repeaters as int))
                            else xxhash64(cast(%3$d as bigint), d.id)
                        end as person
                    from drawn as d
                    join profile as p on d.cell.service = p.service
                ), housed as (
                    select /*+ broadcast(home) */
                        p.*,
                        if(chance(p.person, 'home coin') < home.kept, home.one, home.other) as home
                    from profiled as p
                    join home on home.slot = p.service * %2$d + cast(chance(p.person, 'home') * %2$d as int)
                )
                select
                    * except (home),
                    home.*,
                    -- some ask more often than others
                    xxhash64(cast(%3$d as bigint), home.district, home.age_group,
                        cast(pow(chance(person, 'neighbour'), 1.5) * home.residents as int)) as resident
                from housed
                """.formatted(slots.cells(), slots.homes(), settings.seed()));
    }

    /** What the stories change: {@code slower} is a factor, {@code broken} and {@code letter} are shares. */
    private Dataset<Row> told(Dataset<Row> asked) {
        Column slower = lit(1e0);
        Column broken = lit(0e0);
        Column letter = lit(0e0);
        for (PlantedStory story : stories) {
            Column size = lit(story.size());
            switch (story.effect()) {
                case WAIT ->
                    slower = when(touched(story), slower.multiply(size)).otherwise(slower);
                case FORM -> broken = when(touched(story), size).otherwise(broken);
                case LETTER -> letter = when(touched(story), size).otherwise(letter);
                // these two are told by the weights of the days
                case SILENCE, REQUESTS -> {}
            }
        }
        return asked.withColumn("slower", slower).withColumn("broken", broken).withColumn("letter", letter);
    }

    private static Column touched(PlantedStory story) {
        Column touched = col("day")
                .between((int) story.from().toEpochDay(), (int) story.to().toEpochDay());
        if (story.slice().containsKey("service")) {
            touched = touched.and(col("code").equalTo(story.slice().get("service")));
        }
        if (story.slice().containsKey("district")) {
            touched = touched.and(col("district").equalTo(story.slice().get("district")));
        }
        return touched;
    }

    /** How they come: {@code channel}, and whether a broken form made them give up. */
    private Dataset<Row> come(SparkSession spark) {
        return sql(spark, """
                with meant as (
                    select *,
                        case
                            when chance(id, 'letter') < letter then 'letter'
                            when chance(id, 'proactive') < proactive then 'proactive'
                            when chance(id, 'digital')
                                < digital * (digital_start + (digital_end - digital_start) * (day - %d) / %d)
                            then if(chance(id, 'app') < app, 'app', 'web')
                            when chance(id, 'phone') < phone then 'phone'
                            when is_case and chance(id, 'mail') < 0.12 then 'mail'
                            else 'counter'
                        end as way
                    from asked
                ), met as (
                    select *, way = 'web' and chance(id, 'form') < broken as met_broken_form from meant
                )
                select *,
                    met_broken_form and chance(id, 'patience') < 0.2 as gave_up,
                    case
                        when way = 'letter' then 'proactive'
                        when met_broken_form and chance(id, 'patience') >= 0.2
                        then if(chance(id, 'instead') < 0.7, 'phone', 'counter')
                        else way
                    end as channel
                from met
                """.formatted(settings.from().toEpochDay(), settings.days()));
    }

    /** When it is asked and, if nothing comes between, ended: seconds since 1970. */
    private Dataset<Row> timed(SparkSession spark) {
        return sql(spark, """
                with clocked as (
                    -- local seconds of the day: the city's own letters go out at night, people come in office hours,
                    -- the web is open always, and what is no case has longer hours
                    select *,
                        cast(case
                            when channel = 'proactive' then 9000 + 9000 * chance(id, 'minute')
                            when channel in ('web', 'app') and chance(id, 'night') < 0.06
                            then 86399 * chance(id, 'minute')
                            when channel in ('web', 'app')
                            then 23400 + 29000 * (chance(id, 'minute') + chance(id, 'second'))
                            when is_case then 28800 + 14400 * (chance(id, 'minute') + chance(id, 'second'))
                            else 32400 + 21000 * (chance(id, 'minute') + chance(id, 'second'))
                        end as bigint) as clock,
                        case
                            when gave_up then 'abandoned'
                            when chance(id, 'final') >= unfinished then 'completed'
                            when chance(id, 'unfinished') < 0.5 then 'abandoned'
                            when chance(id, 'unfinished') < 0.85 then 'cancelled'
                            else 'failed'
                        end as final,
                        sqrt(-2 * ln(1 - chance(id, 'wait'))) * cos(2 * pi() * chance(id, 'wait angle')) as luck
                    from come
                ), waited as (
                    select *,
                        unix_seconds(to_utc_timestamp(timestamp_seconds(86400L * day + clock), '%1$s')) as requested,
                        -- what is given up is given up sooner, what begins with a letter needs little more
                        wait_days * exp(wait_sigma * luck) * pace * slower
                            * case
                                when gave_up then 0.02
                                when final <> 'completed' then 0.1 + 0.8 * chance(id, 'sooner')
                                when way = 'letter' then 0.15
                                else 1
                            end as days
                    from clocked
                ), stopped as (
                    select *, requested + greatest(1, cast(days * 86400 as bigint)) as stop from waited
                ), dated as (
                    -- the day of the week in the city: 0 is Monday
                    select *,
                        pmod(unix_seconds(from_utc_timestamp(timestamp_seconds(stop), '%1$s')) div 86400 + 3, 7) as weekday
                    from stopped
                )
                select * except (stop, weekday),
                    stop + 86400 * case
                        when not rests or weekday < 5 then 0
                        when weekday = 6 then 1
                        when days > 2 then -1
                        else 2
                    end as stop
                from dated
                """.formatted(zone.getId()));
    }

    /** What is known of it at the end of the data. */
    private Dataset<Row> known(SparkSession spark) {
        return sql(spark, """
                with answered as (
                    select *,
                        if(stop < known_until, stop, null) as ended,
                        requested
                            + cast((stop - requested) * (0.05 + 0.5 * pow(chance(id, 'response'), 2)) as bigint) as response
                    from timed
                )
                select *,
                    if(is_case and response < known_until, response, null) as responded,
                    if(ended is null, 'open', final) as status,
                    chance(id, 'dirt') as dirt,
                    -- who waits longer is less content
                    greatest(0.05, least(0.98, satisfied
                        - 0.1 * ln(days / wait_days) * if(is_case, 1, 0)
                        - if(final = 'completed', 0, 0.35))) as mood,
                    chance(id, 'mood') as answer
                from answered
                """);
    }

    /** In the columns of an event. */
    private Dataset<Row> described(SparkSession spark) {
        return sql(spark, """
                select
                    feed,
                    concat('%2$s', id) as event_id,
                    -- a little of what every source has: codes nobody knows, fields nobody filled in
                    if(dirt < 0.001, 'X-17', code) as service_code,
                    case when dirt between 0.001 and 0.002 then '999' when dirt between 0.002 and 0.0035 then null
                        else district end as district_code,
                    if(dirt between 0.0035 and 0.005, null, channel) as channel,
                    if(dirt between 0.005 and 0.006, null, age_group) as age_group,
                    case when chance(person, 'language') < 0.79 then 'fi' when chance(person, 'language') < 0.85 then 'sv'
                        else 'en' end as language,
                    timestamp_seconds(requested) as requested_at,
                    timestamp_seconds(responded) as responded_at,
                    timestamp_seconds(requested + 86400L * due_days) as due_at,
                    timestamp_seconds(ended) as ended_at,
                    status,
                    case
                        when status <> 'completed' or refused is null then null
                        when chance(id, 'outcome') >= refused then 'granted'
                        when chance(id, 'refusal') < 0.25 then 'not_eligible'
                        else 'refused'
                    end as outcome,
                    case
                        when ended is null or channel = 'mail' or chance(id, 'answers') >= answers then null
                        when answer < mood * 0.55 then 5
                        when answer < mood then 4
                        when answer < mood + (1 - mood) * 0.45 then 3
                        when answer < mood + (1 - mood) * 0.75 then 2
                        else 1
                    end as satisfaction,
                    if(ended is null, null, cast(cost * (0.7 + 0.6 * chance(id, 'cost')) * case
                        when channel = 'proactive' then 0.6
                        when channel in ('web', 'app') then 0.85
                        when channel = 'phone' then 1.1
                        else 1.2
                    end as decimal(12, 2))) as cost,
                    if(chance(id, 'anonymous') < anonymous, null, resident) as resident,
                    -- every system delivers at night, and says again what is still open
                    if(ended is null, timestamp_seconds(known_until), to_utc_timestamp(
                        timestamp_seconds(86400L + 86400L
                            * (unix_seconds(from_utc_timestamp(timestamp_seconds(ended), '%1$s')) div 86400)), '%1$s'))
                        as updated_at
                from known
                """.formatted(zone.getId(), ID));
    }
}
