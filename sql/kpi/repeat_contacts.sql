/*
title:    { en: Repeat contacts, fi: Toistuvat yhteydenotot, sv: Upprepade kontakter }
meaning:  { en: "Requests after which the same resident asked for the same service again within 30 days. Known only when 30 days have passed.", fi: "Pyynnöt, joiden jälkeen sama asukas pyysi samaa palvelua uudelleen 30 päivän kuluessa. Tiedetään vasta 30 päivän jälkeen.", sv: "Begäranden efter vilka samma invånare bad om samma tjänst igen inom 30 dagar. Känt först när 30 dagar har gått." }
of:       resident_contact
rollup:   ratio
unit:     percent
better:   lower
known_after_days: 30
*/
select
    coalesce(days_to_next <= 30, false) as numerator,
    true as denominator
from resident_contact
