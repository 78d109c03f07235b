/*
title:    { en: Waiting time (median), fi: Odotusaika (mediaani), sv: Väntetid (median) }
meaning:  { en: "Days from the request to the end, of transactions completed in the period: half waited no longer. Those still waiting are told by open cases and their age.", fi: "Päivät pyynnöstä valmistumiseen jaksolla valmistuneissa asioissa: puolet odotti enintään tämän. Yhä odottavat näkyvät avoimissa asioissa ja niiden iässä.", sv: "Dagar från begäran till slut för ärenden som slutförts under perioden: hälften väntade högst så länge. De som ännu väntar syns i öppna ärenden och deras ålder." }
of:       service_step
rollup:   quantile
quantile: 0.5
unit:     days
better:   lower
*/
select wait_seconds / 86400e0 as value
from service_step
where step = 'ended' and status = 'completed'
