/*
title:    { en: Satisfied, fi: Tyytyväiset, sv: Nöjda }
meaning:  { en: "Answers of 4 or 5, of all answers (1–5) to transactions ended in the period.", fi: "Arvosanojen 4 ja 5 osuus kaikista vastauksista (1–5) jaksolla päättyneistä asioista.", sv: "Andelen svar med 4 eller 5 av alla svar (1–5) om ärenden som avslutats under perioden." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
source:   GOV.UK Service Manual, "Measuring user satisfaction"
*/
select
    satisfaction >= 4 as numerator,
    true as denominator
from service_step
where step = 'ended'
