-- What the rooms hold by besides the areas: roads, clocks, calendars, rotas, second owners. The key is that of the topic.
create table registry (
    key    text primary key,
    record text not null
);
