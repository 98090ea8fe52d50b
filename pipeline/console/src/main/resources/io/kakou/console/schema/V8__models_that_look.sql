-- Models that people have cameras looked at with; one that has ended stays as it was, with who ended it. The record is as on the log.
create table model_use (
    id           text primary key,
    record       text not null,
    ended_at     timestamptz,
    ended_by     text,
    ended_reason text
);
create index model_use_open on model_use (id) where ended_at is null;
