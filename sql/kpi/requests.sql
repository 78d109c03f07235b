/*
title:    { en: Requests, fi: Palvelupyynnöt, sv: Begäranden }
meaning:  { en: "Service transactions requested in the period.", fi: "Jaksolla vireille tulleet palvelutapahtumat.", sv: "Tjänsteärenden som begärts under perioden." }
of:       service_step
rollup:   sum
unit:     count
better:   neither
*/
select 1 as value
from service_step
where step = 'requested'
