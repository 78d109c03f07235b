/*
title:    { en: Digital take-up, fi: Digiasioinnin osuus, sv: Digital användning }
meaning:  { en: "Completed transactions made online or proactively, of all completed transactions.", fi: "Verkossa tai ennakoivasti hoidettujen osuus kaikista valmistuneista asioista.", sv: "Andelen ärenden som skötts på nätet eller proaktivt, av alla slutförda ärenden." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
source:   GOV.UK Service Manual, "Measuring digital take-up"
*/
select
    channel in ('web', 'app', 'proactive') as numerator,
    true as denominator
from service_step
where step = 'ended' and status = 'completed'
