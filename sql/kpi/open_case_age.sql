/*
title:    { en: Age of open cases (mean), fi: Avoimien asioiden ikä (keskiarvo), sv: Öppna ärendens ålder (medelvärde) }
meaning:  { en: "Mean days since the request of the cases open at the end of the period: the waiting of those who still wait.", fi: "Jakson lopussa avoimien asioiden keskimääräinen ikä päivinä pyynnöstä: yhä odottavien odotus.", sv: "Medelantal dagar sedan begäran för ärenden som är öppna vid periodens slut: väntan för dem som ännu väntar." }
of:       service_step
rollup:   stock_age
unit:     days
better:   lower
*/
select
    case
        when ended_at < requested_at then 0
        when step = 'ended' then -1
        when status = 'open' or ended_at is not null then 1
    end as value,
    case
        when ended_at < requested_at then 0
        when step = 'ended' then -1
        when status = 'open' or ended_at is not null then 1
    end * unix_date(cast(requested_at as date)) as since
from service_step
where step in ('requested', 'ended')
