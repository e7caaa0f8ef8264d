-- The watchlist (src/watchlist, docs/decisions/0035): people, documents and vehicles that a crossing point refers to somebody. The whole list lies in the program's
-- memory; each row says with which version it last changed, so a program reads only what is new.
create table watch_version (one boolean primary key default true check (one), version bigint not null);
insert into watch_version (version) values (0);

create table watch_entry (
  id          uuid primary key,
  -- The desk that entered it: the state's or a province's.
  place       text not null,
  kind        text not null constraint watch_entry_kind_check check (kind in ('person', 'document', 'plate')),
  reason      text not null constraint watch_entry_reason_check check (reason in
    ('wanted', 'missing', 'trafficking-victim', 'trafficking-suspect', 'court-order', 'stolen-document', 'lost-document', 'stolen-vehicle', 'other')),
  -- Which authority asked for it.
  source      text not null check (length(source) between 2 and 120),
  -- Who may see why: the crossing point's chief too, or the desk that entered it alone.
  seen_by     text not null constraint watch_entry_seen_by_check check (seen_by in ('point', 'desk')),
  name_khmer  text check (length(name_khmer) between 1 and 120),
  name_thai   text check (length(name_thai) between 1 and 120),
  name_latin  text check (length(name_latin) between 1 and 120),
  birth_date  date,
  birth_year  smallint check (birth_year between 1900 and 2999),
  sex         smallint check (sex between 1 and 3),
  nationality text check (nationality ~ '^[A-Z]{3}$'),
  issuer      text check (issuer ~ '^[A-Z]{3}$'),
  number      text check (length(number) between 3 and 40),
  plate       text check (length(plate) between 2 and 40),
  valid_from  date not null,
  last_day    date not null check (last_day >= valid_from),
  -- What it says, unreadable: the same is not entered twice.
  mark        text not null,
  -- The import that brought it; null: entered by hand.
  batch       uuid,
  entered_by  text not null,
  entered_at  timestamptz not null,
  ended_by    text,
  ended_at    timestamptz,
  changed     bigint not null,
  check ((ended_by is null) = (ended_at is null)),
  constraint watch_entry_parts check (case kind
    when 'person' then num_nonnulls(name_khmer, name_thai, name_latin) > 0 and num_nonnulls(birth_date, birth_year) = 1 and num_nonnulls(issuer, number, plate) = 0
    when 'document' then num_nulls(issuer, number) = 0 and num_nonnulls(name_khmer, name_thai, name_latin, birth_date, birth_year, sex, nationality, plate) = 0
    else plate is not null and num_nonnulls(name_khmer, name_thai, name_latin, birth_date, birth_year, sex, nationality, issuer, number) = 0 end)
);
create index watch_entry_place on watch_entry (place, entered_at desc, id desc);
create index watch_entry_mark on watch_entry (place, mark);
create index watch_entry_changed on watch_entry (changed, id);

-- Somebody who is not the one on the list: that entry does not stop this document again.
create table watch_allow (
  id         uuid primary key,
  entry      uuid not null references watch_entry,
  -- "KHM/KH0110…": issuer and number, as they are compared.
  document   text not null check (length(document) between 5 and 44),
  ground     text not null constraint watch_allow_ground_check check (ground in ('other-person', 'number-reused', 'other-vehicle', 'source-withdrew')),
  -- The point or desk that gave it.
  place      text not null,
  last_day   date not null,
  given_by   text not null,
  given_at   timestamptz not null,
  ended_by   text,
  ended_at   timestamptz,
  changed    bigint not null,
  check ((ended_by is null) = (ended_at is null))
);
create index watch_allow_entry on watch_allow (entry);
create index watch_allow_place on watch_allow (place, given_at desc, id desc);
create index watch_allow_changed on watch_allow (changed, id);

-- LIKE patterns of the desks whose entries the account reads, and whose it writes; the points that it answers for.
create function my_watch_places() returns text[] language sql stable as $$
  select my_places(array['provincial-governor']) || below(my_places(array['interior-desk', 'auditor']))
$$;
create function my_watch_desks() returns text[] language sql stable as $$
  select my_places(array['provincial-governor']) || below(my_places(array['interior-desk']))
$$;
create function my_watch_points() returns text[] language sql stable as $$ select my_places(array['chief-of-point']) $$;
-- The state's own desks answer for every point.
create function clears_everywhere() returns boolean language sql stable as $$ select cardinality(my_places(array['interior-desk'])) > 0 $$;
create function reads_every_note() returns boolean language sql stable as $$ select cardinality(my_places(array['interior-desk', 'auditor'])) > 0 $$;

do $$
declare name text;
begin
  foreach name in array array['watch_entry', 'watch_allow'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
    -- The list in the program's memory.
    execute format('create policy job on %I for select to spean_app using ((select my_job()) = ''watch'')', name);
  end loop;
end $$;
create policy desk on watch_entry for select to spean_app using (place like any ((select my_watch_places())::text[]));
-- A hit that a chief has before them.
create policy in_hand on watch_entry for select to spean_app using (id::text = any ((select cases_in_hand())::text[]) and (select cardinality(my_watch_points())) > 0);
create policy noted on watch_entry for select to spean_app using (
  exists (select 1 from watch_allow a where a.entry = watch_entry.id and a.place = any ((select my_watch_points())::text[])));
create policy entered on watch_entry for insert to spean_app with check (place like any ((select my_watch_desks())::text[]) and entered_by = (select my_account()));
create policy changed on watch_entry for update to spean_app using (place like any ((select my_watch_desks())::text[]))
  with check (place like any ((select my_watch_desks())::text[]));
-- No look at the entry here: its own policy looks at the notes.
create policy seen on watch_allow for select to spean_app using (
  place = any ((select my_watch_points())::text[]) or place like any ((select my_watch_places())::text[]) or (select reads_every_note())
  or entry::text = any ((select cases_in_hand())::text[]));
create policy given on watch_allow for insert to spean_app with check (
  given_by = (select my_account())
  and (place = any ((select my_watch_points())::text[]) or place like any ((select my_watch_desks())::text[]) or (select clears_everywhere())));
create policy ended on watch_allow for update to spean_app
  using (place = any ((select my_watch_points())::text[]) or place like any ((select my_watch_desks())::text[]) or (select clears_everywhere()))
  with check (ended_by = (select my_account()));

grant select, update (version) on watch_version to spean_app;
grant select, insert, update (last_day, ended_by, ended_at, changed) on watch_entry to spean_app;
grant select, insert, update (ended_by, ended_at, changed) on watch_allow to spean_app;
