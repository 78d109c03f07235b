/*
row: "one step (requested, responded, ended, due) of a service transaction, on the day it happened in the city's zone"
cells: [day service channel, day service district, month service channel district age_group]
coarse_cells: [month service, month service channel, month service district, month service age_group]
buckets: [month service channel, month district]
coarse_buckets: [month service]
sketches: [month service, month district]
*/
with resolved as (
    -- one row per event, its codes resolved by the city pack; what the source says of the department comes first
    select
        e.feed,
        e.event_id,
        s.service,
        coalesce(d.department, s.department) as department,
        p.major_district,
        p.district,
        e.channel,
        a.age_group,
        e.language,
        e.status,
        e.outcome,
        e.satisfaction,
        f.asks_satisfaction,
        e.cost,
        e.resident,
        e.requested_at,
        e.responded_at,
        e.due_at,
        -- the status decides: a case that the source calls open has not ended, whatever its dates say
        case when e.status <> 'open' then e.ended_at end as ended_at
    from service_event as e
    left join service_by_code as s on e.source = s.source and e.service_code = s.code
    left join department_by_code as d on e.source = d.source and e.department_code = d.code
    left join district_by_code as p on e.source = p.source and e.located_district_code = p.code
    left join age_group as a on e.age_group = a.age_group
    left join feed as f on e.feed = f.feed
),

stepped as (
    -- one row per event and possible step
    select
        r.*,
        steps.step,
        case steps.step
            when 'requested' then r.requested_at
            when 'responded' then r.responded_at
            when 'ended' then r.ended_at
            when 'due' then r.due_at
        end as step_at
    from resolved as r
    cross join (values ('requested'), ('responded'), ('ended'), ('due')) as steps (step)
)

select
    feed,
    event_id,
    step,
    cast(step_at as date) as day,
    service,
    department,
    major_district,
    district,
    channel,
    age_group,
    language,
    status,
    outcome,
    satisfaction,
    asks_satisfaction,
    cost,
    resident,
    -- an end before the request is an error of the source: how long it took is not known
    case when ended_at >= requested_at then unix_seconds(ended_at) - unix_seconds(requested_at) end as wait_seconds,
    case
        when responded_at >= requested_at then unix_seconds(responded_at) - unix_seconds(requested_at)
    end as response_seconds,
    requested_at,
    responded_at,
    due_at,
    ended_at
from stepped
where step_at is not null
