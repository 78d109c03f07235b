/*
title:    { en: Waiting time (90th percentile), fi: Odotusaika (90. prosenttipiste), sv: Väntetid (90:e percentilen) }
meaning:  { en: "Days from the request to the end, of transactions completed in the period: nine in ten waited no longer.", fi: "Päivät pyynnöstä valmistumiseen jaksolla valmistuneissa asioissa: yhdeksän kymmenestä odotti enintään tämän.", sv: "Dagar från begäran till slut för ärenden som slutförts under perioden: nio av tio väntade högst så länge." }
of:       service_step
rollup:   quantile
quantile: 0.9
unit:     days
better:   lower
*/
select wait_seconds / 86400e0 as value
from service_step
where step = 'ended' and status = 'completed'
