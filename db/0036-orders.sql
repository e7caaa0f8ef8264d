-- Orders: what one state tells its own side of crossing points to do. Public. Written once: only the end of one may come nearer, by a decision that is named.
drop table opening_order;
create table crossing_order (
  id          text primary key,
  number      text not null,
  state       text not null check (state ~ '^[A-Z]{2}$'),
  instrument  text not null references instrument,
  points      text[] check (points is null or cardinality(points) > 0),
  directions  text[] check (directions is null or directions <@ array['exit', 'entry']),
  stage       text not null check (stage in ('normal', 'limited', 'selective', 'closed')),
  starts_at   timestamptz not null,
  ends_at     timestamptz check (ends_at > starts_at),
  sessions    jsonb,
  who         jsonb not null,
  vehicles    jsonb not null,
  words       jsonb not null,
  issued_at   timestamptz not null,
  issued_by   text not null,
  -- Where one was ended before its day: when that was decided, by whom, why, and by which order if another took its place.
  ended_at    timestamptz,
  ended_by    text,
  ended_why   text,
  superseded_by text references crossing_order deferrable initially deferred,
  check ((ended_at is null) = (ended_by is null))
);
alter table crossing_order enable row level security;
alter table crossing_order force row level security;
do $$ begin execute format('create policy migrator on crossing_order to %I using (true) with check (true)', current_user); end $$;
create policy public on crossing_order for select to spean_app, spean_recorder, spean_identity, spean_reader using (true);
grant select on crossing_order to spean_app, spean_recorder, spean_identity, spean_reader;

-- Places of a session's quota that were taken, on one day at one point. The limit stands in the row: a batch that lost the race for the last place changes nothing.
create table session_place (
  order_id text not null,
  point    text not null,
  day      date not null,
  session  smallint not null,
  taken    int not null check (taken >= 0),
  places   int not null check (places > 0),
  primary key (order_id, point, day, session)
);
alter table session_place enable row level security;
alter table session_place force row level security;
do $$ begin execute format('create policy migrator on session_place to %I using (true) with check (true)', current_user); end $$;
create policy public on session_place for select to spean_app, spean_reader using (true);
create policy recorder on session_place to spean_recorder using (true) with check (true);
grant select on session_place to spean_app, spean_reader;
grant select, insert, update on session_place to spean_recorder;

-- Somebody taken aside: open until somebody in charge decided.
create table referral (
  cell        smallint not null,
  movement    uuid not null,
  made_at     timestamptz not null,
  holder_id   uuid not null,
  point       text not null,
  lane        text not null,
  direction   text not null,
  occurred_at timestamptz not null,
  reasons     text[] not null,
  state       text not null check (state in ('open', 'let-pass', 'turned-back', 'handed-over', 'left')),
  decided_at  timestamptz,
  decided_by  text,
  -- An officer alone decided: the chief has yet to say so too.
  confirm     text not null default 'not-needed' check (confirm in ('not-needed', 'waiting', 'confirmed', 'contested')),
  confirmed_by text,
  primary key (cell, movement)
);
create index referral_open on referral (cell, holder_id) where state = 'open';
create index referral_of_point on referral (point, occurred_at desc);
alter table referral enable row level security;
alter table referral force row level security;
do $$ begin execute format('create policy migrator on referral to %I using (true) with check (true)', current_user); end $$;
create policy recorder on referral to spean_recorder using (true) with check (true);
create policy point on referral for select to spean_app using (point = any ((select my_points())::text[]) or (select reads_all_movements()));
create policy decided on referral for update to spean_app using (point = any ((select my_points())::text[])) with check (point = any ((select my_points())::text[]));
grant select, insert on referral to spean_recorder;
grant select, update (state, decided_at, decided_by, confirm, confirmed_by) on referral to spean_app;

-- The recorder asks a holder's age; it still sees neither names nor faces.
create policy recorder on person for select to spean_recorder using (true);
grant select (cell, id, birth_date) on person to spean_recorder;
grant select (office) on pass to spean_recorder;

alter table movement add column vehicle_class text, add column vehicle_wheels smallint, add column purpose text, add column undone_at timestamptz;
-- An undone movement stays on record and says so; the stay it changed goes back.
grant update (undone_at) on movement to spean_recorder;
grant select (cell, id, made_at, holder_id, point, lane, direction, occurred_at, recorded_at, outcome, stay_number, undone_at) on movement to spean_recorder;
grant delete on stay to spean_recorder;
