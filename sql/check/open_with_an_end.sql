/*
title:   { en: Open with a closing date, fi: "Avoin, vaikka päättymisaika on merkitty", sv: Öppen med slutdatum }
meaning: { en: "Events that the source calls open although it gives them an end. They count as open.", fi: "Tapahtumat, jotka lähde merkitsee avoimiksi, vaikka niillä on päättymisaika. Ne lasketaan avoimiksi.", sv: "Händelser som källan kallar öppna fast de har ett slut. De räknas som öppna." }
of:      service_event
level:   warn
most:    0.01
*/
select ended_at is not null as broken
from service_event
where status = 'open'
