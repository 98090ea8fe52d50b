-- What seats were told. The cursor is drawn from the incidents' own sequence and under their lock, so that a page follows
-- one number.
create table notice (
    id       text primary key,
    room     text        not null,
    incident text,
    cause    text        not null,
    at       timestamptz not null,
    mute     text,
    record   text        not null,
    cursor   bigint      not null unique
);
create index notice_of_incident on notice (incident);
create index notice_by_time on notice (at);

-- The newest of each room and kind.
create table situation (
    key     text primary key,
    room    text        not null,
    running boolean     not null,
    record  text        not null,
    cursor  bigint      not null unique
);

create table shelf (
    incident text primary key,
    room     text        not null,
    until    timestamptz not null,
    record   text        not null
);

create table mute (
    id         text primary key,
    until      timestamptz not null,
    record     text        not null,
    ended_at   timestamptz,
    ended_by   text,
    end_reason text
);

create table alarm_budget (
    room   text primary key,
    record text not null
);
