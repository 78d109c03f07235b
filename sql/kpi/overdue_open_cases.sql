/*
title:    { en: Overdue open cases, fi: Myöhässä olevat avoimet asiat, sv: Försenade öppna ärenden }
meaning:  { en: "Open cases whose due date has passed at the end of the period.", fi: "Avoimet asiat, joiden määräaika on jakson lopussa ohitettu.", sv: "Öppna ärenden vars tidsfrist har gått ut vid periodens slut." }
of:       service_step
rollup:   stock
unit:     count
better:   lower
*/
select case when step = 'ended' then -1 else 1 end as value
from service_step
where
    due_at >= requested_at
    and (
        (step = 'due' and (ended_at > due_at or (ended_at is null and status = 'open')))
        or (step = 'ended' and ended_at > due_at)
    )
