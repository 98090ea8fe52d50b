create table account (
    name        text primary key,
    role        text        not null check (role in ('OPERATOR', 'ENGINEER', 'AUDITOR', 'ADMINISTRATOR')),
    areas       text[]      not null,
    password    text        not null,
    must_change boolean     not null,
    enabled     boolean     not null,
    created_at  timestamptz not null,
    last_login  timestamptz
);

-- Only the token's hash: whoever reads the database cannot take over a session.
create table session (
    token_hash bytea primary key,
    id         text        not null unique,
    account    text        not null references account on delete cascade,
    expires_at timestamptz not null
);

create table area (
    id     text primary key,
    record text not null
);

create table unit (
    id   text primary key,
    name text not null,
    area text
);

create table camera (
    id         text primary key,
    record     text        not null,
    area       text,
    updated_at timestamptz not null
);

-- Written in the transaction of what it tells; gone when the log has acknowledged it.
create table outbox (
    id    bigint generated always as identity primary key,
    topic text not null,
    key   text not null,
    value bytea
);

-- The newest state of each; cursor grows with every change, in the order of commits (one writer).
create sequence incident_cursor;
create table incident (
    id         text primary key,
    area       text,
    open       boolean     not null,
    opened_at  timestamptz not null,
    version    bigint      not null,
    record     text        not null,
    cursor     bigint      not null unique
);
create index incident_newest on incident (opened_at desc);

create table incident_alert (
    alert    text primary key,
    incident text not null references incident on delete cascade
);

-- Every transition once, whatever the log repeats.
create table transition (
    id       text primary key,
    incident text        not null references incident on delete cascade,
    kind     text        not null,
    state    text        not null,
    at       timestamptz not null,
    cause    text        not null
);

create table action (
    id       text primary key,
    incident text        not null,
    at       timestamptz not null,
    record   text        not null,
    applied  boolean     not null default false
);
create index action_waiting on action (incident) where not applied;

create table reading (
    topic text   not null,
    part  int    not null,
    next  bigint not null,
    primary key (topic, part)
);

create table view (
    seq      bigint primary key,
    at       timestamptz not null,
    account  text        not null,
    session  text        not null,
    kind     text        not null,
    object   text        not null,
    reason   text        not null,
    previous bytea       not null,
    hash     bytea       not null
);
create index view_of_session on view (session, kind, object);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'table % is append-only', tg_table_name; end $$;
create trigger view_is_append_only before update or delete on view
    for each row execute function refuse_change();
create trigger view_is_never_emptied before truncate on view
    for each statement execute function refuse_change();
