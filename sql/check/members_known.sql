/*
title:   { en: Requests of unknown kind, fi: Tuntemattomat pyynnöt, sv: Okända begäranden }
meaning: { en: "Share of the requests whose service, district or channel no code explains, where the city's sources say anything of it at all.", fi: "Osuus pyynnöistä, joiden palvelua, aluetta tai kanavaa mikään koodi ei selitä, kun kaupungin lähteet ylipäätään kertovat niistä.", sv: "Andel begäranden vars tjänst, distrikt eller kanal ingen kod förklarar, där stadens källor alls säger något om det." }
of:      publication
level:   warn
*/
-- one row per dimension of which more is unknown than allowed: the share
with unknown as (
    -- one row per dimension
    select 'service' as what, sum(requests_value) filter (service is null) / sum(requests_value) as found, 0.05 as allowed
    from service_step_by_day_service_channel
    union all
    select 'channel', sum(requests_value) filter (channel is null) / sum(requests_value), 0.2
    from service_step_by_day_service_channel
    union all
    select 'district', sum(requests_value) filter (district is null) / sum(requests_value), 0.2
    from service_step_by_day_service_district
)

select what, found, allowed
from unknown
where found > allowed and what in (select dimension from dimension_file where known > 0)
