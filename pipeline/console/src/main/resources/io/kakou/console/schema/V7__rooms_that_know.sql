-- The room that an area is staffed by, to find who was told of an incident.
alter table area add column room text;
update area set room = record::json ->> 'room';
create index area_of_room on area (room);

-- Rooms that know of an incident without owning it.
create table incident_informed (
    incident text not null references incident on delete cascade,
    room     text not null,
    as_what  text not null,
    primary key (incident, room)
);
create index incident_informed_room on incident_informed (room);
