/*
title:    { en: Due dates kept, fi: Määräajassa hoidettu, sv: Hållna tidsfrister }
meaning:  { en: "Of all cases that fell due in the period, those ended by then; open ones count as not kept.", fi: "Jaksolla määräaikaansa tulleista asioista ne, jotka oli siihen mennessä hoidettu; avoimet lasketaan myöhästyneiksi.", sv: "Av alla ärenden vars tidsfrist gick ut under perioden, de som då var avslutade; öppna räknas som försenade." }
of:       service_step
rollup:   ratio
unit:     percent
better:   higher
*/
select
    ended_at is not null and ended_at <= due_at as numerator,
    true as denominator
from service_step
where step = 'due' and (status = 'open' or ended_at is not null)
