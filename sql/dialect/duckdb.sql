-- What Spark has and DuckDB spells otherwise, so that subjects and KPIs are one text for both.
create macro unix_seconds(t) as cast(floor(epoch(t)) as bigint);
create macro unix_date(d) as cast(d - date '1970-01-01' as bigint);
