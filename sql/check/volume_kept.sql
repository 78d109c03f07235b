/*
title:   { en: Sudden drop in volume, fi: Äkillinen määrän lasku, sv: Plötsligt fall i mängd }
meaning: { en: "Requests of a department on the last seven complete days, as a share of a usual week of the eight before; said where it is less than a third of at least 70.", fi: "Toimialan pyynnöt seitsemänä viimeisenä täytenä päivänä osuutena kahdeksan edeltävän viikon tavallisesta; kerrotaan, kun se on alle kolmannes vähintään 70:stä.", sv: "En sektors begäranden de sju sista hela dagarna som andel av en vanlig vecka av de åtta före; sägs när den är under en tredjedel av minst 70." }
of:      publication
level:   warn
*/
-- one row per department that lost most of its requests: the share that is left
with week as (
    -- one row per department and week, 0 the last seven complete days
    select department, (publication.complete_through - day) // 7 as weeks_ago, sum(requests_value) as requests
    from service_step_by_day_service_channel, publication
    where day > publication.complete_through - 63
    group by all
),

usual as (
    -- one row per department
    select department, quantile_disc(requests, 0.5) as requests
    from week
    where weeks_ago between 1 and 8
    group by department
)

select
    coalesce(usual.department, 'unknown') as what,
    coalesce(week.requests, 0) / usual.requests as found,
    0.333 as allowed
from usual
left join week on week.department is not distinct from usual.department and week.weeks_ago = 0
where usual.requests >= 70 and coalesce(week.requests, 0) < usual.requests / 3
