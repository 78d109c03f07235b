/*
title:   { en: Service not named, fi: Palvelua ei ole nimetty, sv: Tjänst inte angiven }
meaning: { en: "Events without any service code.", fi: "Tapahtumat ilman palvelukoodia.", sv: "Händelser utan tjänstekod." }
of:      service_event
level:   warn
most:    0.05
*/
select service_code is null as broken
from service_event
