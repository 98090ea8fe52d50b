-- What a unit was sent to do. Of its link the token's hash alone, like a session's; the same of the phone that it is bound to.
create table task (
    id         text primary key,
    incident   text        not null references incident on delete cascade,
    unit       text        not null,
    parts      text[]      not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    token_hash bytea       not null unique,
    phone_hash bytea,
    opened_at  timestamptz
);
create index task_of_incident on task (incident);

-- What the unit said, in its own time; received_at is when we heard it.
create table task_report (
    id          text primary key,
    task        text        not null references task on delete cascade,
    kind        text        not null check (kind in ('ACCEPTED', 'ARRIVED', 'PHOTO', 'DONE')),
    at          timestamptz not null,
    received_at timestamptz not null,
    longitude   double precision,
    latitude    double precision,
    accuracy    double precision,
    metres      double precision,
    sha256      text
);
create index report_of_task on task_report (task, at);

-- What others are to be told, written in the transaction of what it tells; gone when its receiver has taken it.
-- Sealed: a body may hold a unit's link.
create table delivery (
    id         bigint generated always as identity primary key,
    webhook    text        not null,
    event      text        not null,
    incident   text        not null,
    sealed     text        not null,
    created_at timestamptz not null,
    give_up_at timestamptz not null,
    attempts   int         not null default 0,
    next_at    timestamptz not null,
    dead_at    timestamptz,
    reason     text,
    unique (webhook, event)
);
create index delivery_line on delivery (webhook, incident, id) where dead_at is null;
