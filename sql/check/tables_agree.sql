/*
title:   { en: Tables that disagree, fi: Keskenään eri mieltä olevat taulut, sv: Tabeller som säger olika }
meaning: { en: "All requests of open services, by each table: they must be the same number.", fi: "Avointen palvelujen kaikki pyynnöt kunkin taulun mukaan: luvun on oltava sama.", sv: "Alla begäranden till öppna tjänster enligt varje tabell: talet ska vara detsamma." }
of:      publication
level:   fail
*/
-- one row per table whose total, without the services that are told by month only, is not that of the channels by day
with total as (
    -- one row per table
    select 'by day, service and channel' as what, sum(requests_value) as requests from service_step_by_day_service_channel where service is distinct from 'withheld'
    union all
    select 'by day, service and district', sum(requests_value) from service_step_by_day_service_district where service is distinct from 'withheld'
    union all
    select 'by month, all dimensions', sum(requests_value) from service_step_by_month_service_channel_district_age_group where service is distinct from 'withheld'
)

select what, requests as found, (select requests from total where what = 'by day, service and channel') as allowed
from total
where requests is distinct from (select requests from total where what = 'by day, service and channel')
