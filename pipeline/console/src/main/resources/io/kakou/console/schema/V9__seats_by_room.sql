-- Rooms whose seat a person sits at though they have no area of their own: the police room, the enforcement seat.
alter table account add column rooms text[] not null default '{}';

-- The room that owns an incident, for those seats.
alter table incident add column room text;
update incident set room = record::json ->> 'room';
create index incident_of_room on incident (room);
