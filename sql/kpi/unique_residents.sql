/*
title:    { en: Residents served, fi: Palvellut asukkaat, sv: Betjänade invånare }
meaning:  { en: "Different residents with a request in the period; a resident with many requests counts once.", fi: "Eri asukkaat, joilla oli pyyntö jaksolla; monta pyyntöä tehnyt lasketaan kerran.", sv: "Olika invånare med en begäran under perioden; den som gjort flera räknas en gång." }
of:       service_step
rollup:   distinct
unit:     count
better:   neither
*/
select resident as value
from service_step
where step = 'requested'
