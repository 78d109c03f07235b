/*
title:    { en: Proactive share, fi: Ennakoivien palvelujen osuus, sv: Proaktiv andel }
meaning:  { en: "Completed transactions that the city started itself, without an application, of all completed transactions.", fi: "Kaupungin omasta aloitteesta ilman hakemusta hoidettujen osuus valmistuneista asioista.", sv: "Andelen slutförda ärenden som staden inlett på eget initiativ, utan ansökan." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
*/
select
    channel = 'proactive' as numerator,
    true as denominator
from service_step
where step = 'ended' and status = 'completed'
