-- Who passed which camera, for searches: by the hour, so that a day that is over is dropped and not deleted row by row.
-- Colours are a digit each in ninths, in the order of io.kakou.events.search.ColourMix.
create table person_sighting (
    id           text        not null,
    camera       text        not null,
    first_seen   timestamptz not null,
    last_seen    timestamptz not null,
    size         text        not null,
    height_share real        not null,
    under_way    text        not null,
    above        text        not null,
    below        text        not null,
    companions   smallint    not null,
    search       text,
    record       text        not null,
    primary key (id, first_seen)
) partition by range (first_seen);
-- One hop's question: these cameras, that time; who is surely an adult is not asked for.
create index person_sighting_hop on person_sighting (camera, first_seen) where size <> 'ADULT';
create index person_sighting_search on person_sighting (search) where search is not null;

-- Searches that are not over; one that is leaves nothing here. The record is as on the log.
create table search (
    id        text primary key,
    record    text        not null,
    area      text,
    opened_at timestamptz not null,
    until     timestamptz not null
);

-- Who may be the child, as the job and looks at stored footage found them.
create table search_finding (
    search   text             not null references search on delete cascade,
    sighting text             not null,
    camera   text             not null,
    likeness double precision not null,
    walk     double precision not null,
    seen_at  timestamptz      not null,
    record   text             not null,
    primary key (search, sighting)
);

-- How far the stored footage of a camera was looked at for a search.
create table search_footage (
    search text not null references search on delete cascade,
    camera text not null,
    record text not null,
    primary key (search, camera)
);

-- How long people took from camera to camera; told on the topic registry.
create table travel_time (
    key    text primary key,
    record text not null
);
