package city.luotsi.dashboard;

import static city.luotsi.dashboard.FixturePublication.COMPLETE_THROUGH;
import static city.luotsi.dashboard.FixturePublication.FIRST_DAY;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Thirty thousand events, drawn by DuckDB from a hash: their steps, and the contacts made of them. */
record FixtureEvents(Catalogue catalogue) {
    void write(Statement statement) throws SQLException {
        for (String sql : Objects.requireNonNull(
                        Definitions.builtIn().text("dialect/duckdb.sql").orElse(""))
                .split(";", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
        statement.execute(
                """
                create table service_step as
                with drawn as (
                    select
                        i,
                        cast('0x' || substr(md5('1-' || i), 1, 8) as bigint) / 4294967296.0 as a,
                        cast('0x' || substr(md5('2-' || i), 1, 8) as bigint) / 4294967296.0 as b,
                        cast('0x' || substr(md5('3-' || i), 1, 8) as bigint) / 4294967296.0 as c,
                        cast('0x' || substr(md5('4-' || i), 1, 8) as bigint) / 4294967296.0 as d,
                        cast('0x' || substr(md5('5-' || i), 1, 8) as bigint) / 4294967296.0 as e,
                        cast('0x' || substr(md5('6-' || i), 1, 8) as bigint) / 4294967296.0 as f
                    from range(30000) as numbers (i)
                ),
                placed as (
                    select
                        *,
                        date '%1$s' + cast(sqrt(0.1 + 0.9 * a) * %2$d as int) as requested_day,
                        cast(floor(b * b * (select count(*) from service)) as int) as service_position,
                        cast(floor(c * (select count(*) from district)) as int) as district_position,
                        cast(floor(e * (select count(*) from age_group)) as int) as age_position,
                        exp(1.2 + 1.1 * (d + e + f - 1.5) * 2) as wait_days
                    from drawn
                ),
                event as (
                    select
                        p.*,
                        s.id as service,
                        s.parent as department,
                        r.id as district,
                        r.parent as major_district,
                        g.id as age_group,
                        case
                            when f < 0.05 then null
                            when d < 0.35 + 0.3 * a then 'web'
                            when d < 0.45 + 0.3 * a then 'app'
                            when d < 0.85 then 'phone'
                            when d < 0.95 then 'counter'
                            else 'proactive'
                        end as channel,
                        case when e < 0.92 then 'completed' else 'abandoned' end as outcome_status,
                        requested_day + cast(wait_days as int) as ended_day,
                        requested_day + 14 as due_day
                    from placed as p
                    join service as s on s.position = p.service_position
                    join district as r on r.position = p.district_position
                    join age_group as g on g.position = p.age_position
                ),
                known as (
                    select *, case when ended_day <= date '%3$s' then outcome_status else 'open' end as status
                    from event
                ),
                stepped as (
                    select *, 'requested' as step, requested_day as day from known
                    union all
                    select *, 'responded', requested_day + cast(wait_days / 4 as int) from known
                    union all
                    select *, 'ended', ended_day from known where status <> 'open'
                    union all
                    select *, 'due', due_day from known
                )
                select
                    'events' as feed,
                    cast(i as varchar) as event_id,
                    step,
                    day,
                    service,
                    department,
                    major_district,
                    district,
                    channel,
                    age_group,
                    'fi' as language,
                    status,
                    cast(null as varchar) as outcome,
                    case when f < 0.3 then cast(1 + floor(5 * sqrt(c)) as int) end as satisfaction,
                    true as asks_satisfaction,
                    cast(12 + 40 * d as decimal(12, 2)) as cost,
                    cast(floor(c * 9000) as bigint) as resident,
                    case when status <> 'open' then cast(wait_days * 86400 as bigint) end as wait_seconds,
                    cast(wait_days * 21600 as bigint) as response_seconds,
                    cast(requested_day as timestamp) as requested_at,
                    cast(requested_day as timestamp) + to_seconds(cast(wait_days * 21600 as bigint)) as responded_at,
                    cast(due_day as timestamp) as due_at,
                    case when status <> 'open' then cast(ended_day as timestamp) end as ended_at
                from stepped
                where day <= date '%3$s' or step = 'due'
                """.formatted(FIRST_DAY, COMPLETE_THROUGH.toEpochDay() - FIRST_DAY.toEpochDay(), COMPLETE_THROUGH));
        String contacts = catalogue.subjects().get("resident_contact") == null
                ? ""
                : Objects.requireNonNull(catalogue.subjects().get("resident_contact"))
                        .file()
                        .select();
        statement.execute("create table resident_contact as " + contacts);
    }
}
