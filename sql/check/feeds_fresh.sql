/*
title:   { en: Feeds behind the others, fi: Muista jäljessä olevat syötteet, sv: Flöden efter de andra }
meaning: { en: "Days by which a feed is behind the one that goes farthest. While it is silent, the city's figures are held at its last complete day.", fi: "Päivät, joilla syöte on jäljessä pisimmälle ulottuvasta. Niin kauan kuin se vaikenee, kaupungin luvut pysyvät sen viimeisessä täydessä päivässä.", sv: "Dagar som ett flöde ligger efter det som når längst. Medan det är tyst hålls stadens tal vid dess sista hela dag." }
of:      publication
level:   warn
*/
-- one row per feed that is behind: its days
select feed as what, (select max(complete_through) from feed) - complete_through as found, 0 as allowed
from feed
where complete_through < (select max(complete_through) from feed)
