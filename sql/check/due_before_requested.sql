/*
title:   { en: Due before requested, fi: Määräaika ennen pyyntöä, sv: Frist före begäran }
meaning: { en: "Events whose due date lies before their request. They never count as overdue.", fi: "Tapahtumat, joiden määräaika on ennen pyyntöä. Niitä ei lasketa myöhästyneiksi.", sv: "Händelser vars frist ligger före begäran. De räknas aldrig som försenade." }
of:      service_event
level:   warn
most:    0.01
*/
select due_at < requested_at as broken
from service_event
where due_at is not null
