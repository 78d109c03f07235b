/*
title:    { en: Answer rate, fi: Vastausaste, sv: Svarsandel }
meaning:  { en: "Transactions ended in the period whose resident answered how satisfied they were, of all in the feeds that ask.", fi: "Jaksolla päättyneet asiat, joista asukas antoi palautetta, osuutena kaikista kyselyn tekevien syötteiden asioista.", sv: "Ärenden som avslutats under perioden där invånaren svarade på enkäten, av alla i de flöden som frågar." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
*/
select
    case when asks_satisfaction then satisfaction is not null end as numerator,
    true as denominator
from service_step
where step = 'ended'
