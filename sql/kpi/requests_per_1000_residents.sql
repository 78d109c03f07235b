/*
title:    { en: "Requests per 1,000 residents", fi: "Pyynnöt tuhatta asukasta kohti", sv: "Begäranden per 1 000 invånare" }
meaning:  { en: "Service transactions requested in the period, per 1,000 residents of the districts and ages shown.", fi: "Jaksolla vireille tulleet palvelutapahtumat tuhatta kyseisten alueiden ja ikäryhmien asukasta kohti.", sv: "Tjänsteärenden som begärts under perioden per 1 000 invånare i de distrikt och åldrar som visas." }
of:       service_step
rollup:   per_resident
per:      1000
unit:     rate
better:   neither
*/
select 1 as value
from service_step
where step = 'requested'
