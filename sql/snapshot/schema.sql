-- The published file, schema 3: what readers may rely on. The cube's own tables are made from their grains.

-- one row: the file itself
create table publication (
    city text not null,
    pack text not null,
    name_en text not null,
    name_fi text not null,
    name_sv text not null,
    demonstration boolean not null,
    zone text not null,
    currency text not null,
    created_at timestamptz not null,
    first_day date not null,
    complete_through date not null,
    lake_version bigint not null,
    schema_version integer not null
);

-- one row per feed
create table feed (
    feed text primary key,
    source text not null,
    events bigint not null,
    first_day date not null,
    complete_through date not null
);

-- one row per stretch of four weeks or more without any request: unknown, not zero
create table gap (from_day date not null, to_day date not null);

-- one row per KPI; position is its place on the overview, null if it isn't there
create table kpi (
    kpi text primary key,
    subject text not null,
    position integer,
    owner text,
    hash text not null,
    file text not null
);

-- one row per district or major district whose outline the city gave: well-known text, degrees of WGS 84, as coarse as a map shows it
create table outline (dimension text not null, member text not null, wkt text not null, primary key (dimension, member));

-- one row per subject
create table subject_file (subject text primary key, file text not null);

-- one row per dimension; known: cells of the cube in which it is known, 0 where no source says anything of it
create table dimension_file (dimension text primary key, file text not null, known bigint not null);

-- one row per KPI and role: the column of its subject's tables that holds it
create table measure (
    kpi text not null,
    role text not null,
    subject text not null,
    column_name text not null,
    primary key (kpi, role)
);

-- one row per table of the cube
create table grain (
    table_name text primary key,
    subject text not null,
    kind text not null,
    step text not null,
    dimensions text not null,
    size bigint not null
);

-- one row per year, district and age group; null: without a district, of unknown age
create table population (year integer not null, district text, age_group text, residents bigint not null);

-- one row per confidential service and department that has events of it; groups of fewer than k are hidden
create table confidential_service (service text not null, department text, k integer not null);

-- one row per table and column of it in which cells of confidential services are hidden: told, and hidden
create table hidden_cell (
    table_name text not null,
    column_name text not null,
    told bigint not null,
    hidden bigint not null,
    primary key (table_name, column_name)
);

-- one row per target; department null: the whole city
create table target (
    kpi text not null,
    department text,
    from_day date not null,
    value double not null,
    decision text not null
);

-- one row per public holiday
create table holiday (day date primary key, name_en text not null, name_fi text not null, name_sv text not null);

-- one row per check that was made before publication
create table check_file (check_name text primary key, file text not null);

-- one row per check and what it is about: a feed, a dimension, a table; empty if it holds everywhere
create table check_result (
    check_name text not null,
    what text not null,
    found double not null,
    of_rows bigint not null,
    allowed double not null,
    holds boolean not null,
    primary key (check_name, what)
);

-- one row per priority that the city pack gives; null: any service, any KPI
create table priority (service text, kpi text, value double not null);

-- one row: how signals were looked for. comparisons: how many were made; slices (services, their districts and channels, and what lies
-- above them) of which a figure was compared, of which none was because something is hidden, or because there are too few cases or there is
-- no history; threshold: standard errors from which on a departure of weeks is told, and one of months of a figure that can be better or
-- worse; so many may be told a month by mere chance, at most
create table insight (
    comparisons bigint not null,
    compared bigint not null,
    withheld bigint not null,
    thin bigint not null,
    threshold double not null,
    threshold_months double not null,
    false_alarms_a_month double not null
);

-- one row per signal: a figure that departs from its own pattern, in the narrowest slice that carries it (null: not cut by that).
-- direction: up, down; state: new, continuing, fading, over; observed and expected in the KPI's unit, for the days from
-- since to through, of a stock at their end; beyond: cases beyond what was expected; rank = |beyond| * certainty * priority; lead: the signal that it
-- stands below, its own id if it stands for itself; against: pattern (its own), or target, which is then what was expected
create table signal (
    id text primary key,
    kpi text not null,
    department text,
    service text,
    district text,
    channel text,
    pace text not null,
    direction text not null,
    state text not null,
    since date not null,
    through date not null,
    observed double not null,
    expected double not null,
    cases double not null,
    beyond double not null,
    z double not null,
    certainty double not null,
    priority double not null,
    "rank" double not null,
    first_told_at timestamptz not null,
    lead text not null,
    against text not null
);
