/*
title:   { en: Ended before requested, fi: Päättynyt ennen pyyntöä, sv: Avslutad före begäran }
meaning: { en: "Events whose end lies before their request. They count as ended; how long they took is not known.", fi: "Tapahtumat, joiden päättymisaika on ennen pyyntöä. Ne lasketaan päättyneiksi; kestoa ei tiedetä.", sv: "Händelser vars slut ligger före begäran. De räknas som avslutade; hur länge de tog är inte känt." }
of:      service_event
level:   warn
most:    0.01
*/
select ended_at < requested_at as broken
from service_event
where ended_at is not null
