/*
row: "one request of a known resident, with the days until the same resident's next request of the same service"
together: [resident]
cells: [day service channel, day service district, month service channel district age_group]
coarse_cells: [month service, month service channel, month service district, month service age_group]
*/
select
    day,
    service,
    department,
    major_district,
    district,
    channel,
    age_group,
    unix_date(lead(day) over (partition by resident, service order by requested_at, feed, event_id))
    - unix_date(day) as days_to_next
from service_step
where step = 'requested' and resident is not null and service is not null
