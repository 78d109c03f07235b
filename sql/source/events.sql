/*
title:    { en: Service transactions, fi: Palvelutapahtumat, sv: Servicehändelser }
formats:  [csv, json, jsonl, parquet]
key:      [event_id, requested_at, status]
columns:  [feed, service_code, department_code, district_code, lon, lat, channel, age_group, language, responded_at, due_at,
           ended_at, outcome, satisfaction, cost, resident, updated_at]
*/
-- one row per service transaction, in the columns of docs/data-model.md: for any system that can write them
select
    feed,
    cast(event_id as string) as event_id,
    cast(service_code as string) as service_code,
    cast(department_code as string) as department_code,
    cast(district_code as string) as district_code,
    try_cast(lon as double) as lon,
    try_cast(lat as double) as lat,
    lower(channel) as channel,
    age_group,
    language,
    moment(requested_at) as requested_at,
    moment(responded_at) as responded_at,
    moment(due_at) as due_at,
    moment(ended_at) as ended_at,
    lower(status) as status,
    outcome,
    try_cast(satisfaction as int) as satisfaction,
    try_cast(cost as decimal(12, 2)) as cost,
    try_cast(resident as bigint) as resident,
    moment(updated_at) as updated_at,
    coalesce(
        unreadable('requested_at', requested_at),
        unreadable('responded_at', responded_at),
        unreadable('due_at', due_at),
        unreadable('ended_at', ended_at),
        unreadable('updated_at', updated_at),
        case when satisfaction is not null and try_cast(satisfaction as int) is null
            then concat('impossible satisfaction: ', satisfaction) end,
        case when cost is not null and try_cast(cost as decimal(12, 2)) is null
            then concat('cost is no amount: ', cost) end,
        case when resident is not null and try_cast(resident as bigint) is null
            then 'resident must be a whole number, a salted hash: never a name or an identity number' end
    ) as problem
from record
