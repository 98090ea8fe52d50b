alter table account add column full_name text;

-- The first administrator's password, sealed, for as long as nobody has come in with it.
create table first_login (
    account text primary key references account on delete cascade,
    sealed  text not null
);

alter table unit add column phone text;

-- The area of what was looked at; from version 2 on the row's hash covers it.
alter table view add column area text, add column version int not null default 1;
create index view_of_area on view (area, seq);
create index view_by_account on view (account, object);

-- What the store took, measured now and then: how fast it grows says for how long the disk lasts.
create table storage_sample (
    at   timestamptz primary key,
    used bigint not null
);
