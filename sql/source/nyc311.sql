/*
title:    { en: NYC 311 service requests, fi: New Yorkin 311-palvelupyynnöt, sv: New Yorks 311-ärenden }
formats:  [csv, json, jsonl, parquet]
key:      [unique_key, created_date]
zone:     America/New_York
cities:   [newyork]
columns:  [closed_date, agency, complaint_type, status, due_date, resolution_action_updated_date, community_board,
           open_data_channel_type, latitude, longitude, snapshot_committed_at]
*/
-- one row per service request. Nothing is set right here: an end before the request, or of a request that is still open, stays
select
    cast(unique_key as string) as event_id,
    complaint_type as service_code,
    agency as department_code,
    community_board as district_code,
    try_cast(longitude as double) as lon,
    try_cast(latitude as double) as lat,
    case upper(open_data_channel_type)
        when 'PHONE' then 'phone'
        when 'ONLINE' then 'web'
        when 'MOBILE' then 'app'
        when 'OTHER' then 'other'
        when 'UNKNOWN' then null
        else open_data_channel_type
    end as channel,
    moment(created_date) as requested_at,
    moment(due_date) as due_at,
    moment(closed_date) as ended_at,
    case
        -- extracts without a status still say whether a request was closed
        when status is null then case when closed_date is null then 'open' else 'completed' end
        when upper(status) = 'CLOSED' then 'completed'
        when upper(status) in ('CANCELLED', 'CANCELED') then 'cancelled'
        when upper(status) in (
            'OPEN', 'PENDING', 'ASSIGNED', 'UNASSIGNED', 'IN PROGRESS', 'STARTED', 'EMAIL SENT', 'DRAFT', 'UNSPECIFIED'
        ) then 'open'
        else status
    end as status,
    moment(resolution_action_updated_date) as updated_at,
    moment(snapshot_committed_at) as stated_at,
    coalesce(
        unreadable('created_date', created_date),
        unreadable('closed_date', closed_date),
        unreadable('due_date', due_date),
        unreadable('resolution_action_updated_date', resolution_action_updated_date)
    ) as problem
from record
