/*
title:    { en: Completed transactions, fi: Valmistuneet asiat, sv: Slutförda ärenden }
meaning:  { en: "Service transactions that were completed in the period, whatever the decision was.", fi: "Jaksolla valmistuneet palvelutapahtumat päätöksen sisällöstä riippumatta.", sv: "Tjänsteärenden som slutförts under perioden, oavsett beslutets innehåll." }
of:       service_step
rollup:   sum
unit:     count
better:   neither
source:   GOV.UK Service Manual, "Measuring completion rate"
*/
select 1 as value
from service_step
where step = 'ended' and status = 'completed'
