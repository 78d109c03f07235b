/*
title:    { en: Cost per transaction, fi: Kustannus asiaa kohti, sv: Kostnad per ärende }
meaning:  { en: "Cost of all transactions ended in the period, per completed transaction.", fi: "Jaksolla päättyneiden asioiden kustannukset valmistunutta asiaa kohti.", sv: "Kostnaden för alla ärenden som avslutats under perioden, per slutfört ärende." }
of:       service_step
rollup:   ratio
unit:     money
better:   lower
source:   GOV.UK Service Manual, "Measuring cost per transaction"
*/
select
    cost as numerator,
    case when cost is not null then status = 'completed' end as denominator
from service_step
where step = 'ended'
