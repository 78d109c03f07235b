/*
title:    { en: First response time (median), fi: Ensivasteen aika (mediaani), sv: Tid till första svar (median) }
meaning:  { en: "Days from the request to the first response, of requests first responded to in the period: half waited no longer.", fi: "Päivät pyynnöstä ensimmäiseen vastaukseen jaksolla ensi kertaa vastatuissa pyynnöissä: puolet odotti enintään tämän.", sv: "Dagar från begäran till första svar för begäranden som först besvarats under perioden: hälften väntade högst så länge." }
of:       service_step
rollup:   quantile
quantile: 0.5
unit:     days
better:   lower
*/
select response_seconds / 86400e0 as value
from service_step
where step = 'responded'
