-- Rules that people have switched off; one that has ended stays as it was, with who ended it. The record is as on the log.
create table brake (
    id           text primary key,
    record       text        not null,
    until        timestamptz not null,
    ended_at     timestamptz,
    ended_by     text,
    ended_reason text
);
create index brake_open on brake (until) where ended_at is null;

-- One open notice a room, which its places join as they come.
create table blind_notice (
    id              text primary key,
    room            text        not null,
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz
);
create unique index blind_notice_one_a_room on blind_notice (room) where ended_at is null;

-- Cameras that show nothing now, since when; without a notice while that is not for long.
create table blind_place (
    camera text primary key,
    since  timestamptz not null,
    notice text references blind_notice
);
