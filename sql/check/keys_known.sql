/*
title:   { en: Keys that nothing explains, fi: "Avaimet, joita mikään ei selitä", sv: Nycklar som inget förklarar }
meaning: { en: "Values in the tables that are no member of their dimension.", fi: "Taulujen arvot, jotka eivät ole ulottuvuutensa jäseniä.", sv: "Värden i tabellerna som inte är medlemmar av sin dimension." }
of:      publication
level:   fail
*/
-- one row per dimension with such values: how many
with unexplained as (
    -- one row per dimension and value
    select distinct 'service' as what, service as value from service_step_by_day_service_channel where service <> 'withheld' and service not in (select id from service)
    union all
    select distinct 'department', department from service_step_by_day_service_channel where department <> 'withheld' and department not in (select id from department)
    union all
    select distinct 'channel', channel from service_step_by_day_service_channel where channel <> 'withheld' and channel not in (select id from channel)
    union all
    select distinct 'district', district from service_step_by_day_service_district where district <> 'withheld' and district not in (select id from district)
)

select what, count(*) as found, 0 as allowed
from unexplained
group by what
