/*
title:    { en: Completion rate, fi: Valmistumisaste, sv: Slutförandegrad }
meaning:  { en: "Transactions that ended completed, of all that ended in the period (completed, abandoned, failed or cancelled).", fi: "Valmistuneiden osuus kaikista jaksolla päättyneistä asioista (valmistuneet, keskeytyneet, epäonnistuneet ja perutut).", sv: "Andelen slutförda av alla ärenden som avslutats under perioden (slutförda, avbrutna, misslyckade och återkallade)." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
source:   GOV.UK Service Manual, "Measuring completion rate"
*/
select
    status = 'completed' as numerator,
    true as denominator
from service_step
where step = 'ended'
