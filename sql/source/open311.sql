/*
title:    { en: Feedback (Open311), fi: Palautteet (Open311), sv: Respons (Open311) }
formats:  [json, jsonl, xml, csv]
key:      [service_request_id, requested_datetime]
columns:  [status, service_code, agency_responsible, updated_datetime, expected_datetime, lon, lat, snapshot_date]
also:     { long: lon }
xml:      { rowTag: request }
*/
-- one row per service request. GeoReport v2 has no closing time: of a closed request the last change is taken for its end
select
    cast(service_request_id as string) as event_id,
    cast(service_code as string) as service_code,
    agency_responsible as department_code,
    try_cast(lon as double) as lon,
    try_cast(lat as double) as lat,
    moment(requested_datetime) as requested_at,
    moment(expected_datetime) as due_at,
    case when lower(status) = 'closed' then moment(updated_datetime) end as ended_at,
    case lower(status) when 'closed' then 'completed' else lower(status) end as status,
    moment(updated_datetime) as updated_at,
    moment(snapshot_date) as stated_at,
    coalesce(
        unreadable('requested_datetime', requested_datetime),
        unreadable('updated_datetime', updated_datetime),
        unreadable('expected_datetime', expected_datetime)
    ) as problem
from record
