-- What was made of trucks, the newest version of each; permits and sites lie in the registry.
create table truck_verdict (
    id        text primary key,
    version   bigint      not null,
    at        timestamptz not null,
    judgement text        not null,
    is_case   boolean     not null,
    record    text        not null
);
create index truck_verdict_by_time on truck_verdict (is_case, at);
