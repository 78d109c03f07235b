/*
title:   { en: Empty tables, fi: Tyhjät taulut, sv: Tomma tabeller }
meaning: { en: "Tables of steps that hold no cell although there are events.", fi: "Vaiheiden taulut, joissa ei ole yhtään solua, vaikka tapahtumia on.", sv: "Tabeller över steg utan en enda cell fast det finns händelser." }
of:      publication
level:   fail
*/
-- one row per empty table of the subject that every city has
select table_name as what, size as found, 1 as allowed
from grain
where subject = 'service_step' and kind = 'cell' and size = 0
