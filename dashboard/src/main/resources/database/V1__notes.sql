-- Written once for SQLite and PostgreSQL: days and moments as ISO 8601 text, which both compare rightly.

-- one row per note; never deleted: withdrawn, by whom and when
create table note (
    id varchar(36) primary key,
    city varchar(100) not null,
    day varchar(10) not null,
    text varchar(2000) not null,
    author varchar(100) not null,
    written_at varchar(40) not null,
    withdrawn_by varchar(100),
    withdrawn_at varchar(40)
);

create index note_of_city on note (city, day);

-- one row per note and kind of thing it is about: kpi, department, service, signal
create table note_about (
    note varchar(36) not null references note (id),
    kind varchar(30) not null,
    id varchar(200) not null,
    primary key (note, kind)
);

create index note_about_thing on note_about (kind, id);
