-- The record of crossings. Partitions by month lie in db/0004 and are added by the program; a DEFAULT partition takes an odd date.

-- One row per time away: a national's exit, or a foreigner's entry. `version` guards it: two lanes deciding on one row cannot both win.
create table stay (
  cell          smallint not null,
  holder_id     uuid not null,
  number        int not null check (number > 0),
  state         text not null check (state in ('open', 'closed', 'unmatched')),
  opened_by     uuid,
  opened_at     timestamptz,
  opened_point  text,
  lawful_until  date,
  closed_by     uuid,
  closed_at     timestamptz,
  closed_point  text,
  version       int not null,
  primary key (cell, holder_id, number),
  check (state <> 'open' or (opened_by is not null and closed_by is null)),
  check (state <> 'closed' or (opened_by is not null and closed_by is not null))
);

create table movement (
  cell             smallint not null,
  id               uuid not null,
  made_at          timestamptz not null,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  holder_id        uuid not null,
  document_issuer  text,
  document_number  text,
  point            text not null,
  lane             text not null,
  direction        text not null check (direction in ('exit', 'entry')),
  outcome          text not null check (outcome in ('admit', 'admit-with-flag', 'refer', 'refuse')),
  rules            text[] not null,
  law_version      int not null,
  stay_number      int,
  plate            text,
  primary key (cell, id, made_at)
) partition by range (made_at);

-- Everything that happened, with the facts and the rules that decided it. Written in the transaction of what it tells; never changed.
create table event (
  cell        smallint not null,
  id          uuid not null,
  made_at     timestamptz not null,
  type        text not null,
  subject     text not null,
  actor       text not null,
  recorded_at timestamptz not null,
  body        jsonb not null,
  primary key (cell, id, made_at)
) partition by range (made_at);

-- Exact counts, written in the transaction of the movement. `shard` is the recording lane: two lanes never wait for one row; readers sum.
create table movement_count_day (
  shard     smallint not null,
  point     text not null,
  day       date not null,
  direction text not null,
  outcome   text not null,
  n         int not null,
  primary key (shard, point, day, direction, outcome)
);

create table movement_count_month (
  shard     smallint not null,
  point     text not null,
  month     date not null,
  direction text not null,
  outcome   text not null,
  n         int not null,
  primary key (shard, point, month, direction, outcome)
);
