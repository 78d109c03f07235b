/*
title:   { en: Closed without a date, fi: Päättynyt ilman päivämäärää, sv: Avslutad utan datum }
meaning: { en: "Events with a final status and no end. They count as requested, not as open, and as ended on no day.", fi: "Lopullisessa tilassa olevat tapahtumat ilman päättymisaikaa. Ne lasketaan pyynnöiksi, ei avoimiksi eikä minkään päivän päättyneiksi.", sv: "Händelser med slutlig status utan slut. De räknas som begärda, inte som öppna, och som avslutade ingen dag." }
of:      service_event
level:   warn
most:    0.01
*/
select ended_at is null as broken
from service_event
where status <> 'open'
