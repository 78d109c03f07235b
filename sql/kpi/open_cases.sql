/*
title:    { en: Open cases, fi: Avoimet asiat, sv: Öppna ärenden }
meaning:  { en: "Cases requested and not yet ended at the end of the period.", fi: "Jakson lopussa vireillä olevat, vielä päättymättömät asiat.", sv: "Ärenden som begärts men inte avslutats vid periodens slut." }
of:       service_step
rollup:   stock
unit:     count
better:   lower
*/
select
    case
        -- an end before the request is an error of the source: such a case never waited
        when ended_at < requested_at then 0
        when step = 'ended' then -1
        -- a final status without a date: when it left the queue is not known
        when status = 'open' or ended_at is not null then 1
    end as value
from service_step
where step in ('requested', 'ended')
