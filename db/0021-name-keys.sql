-- People are found by how their name sounds and by numbers a slip apart, also those of other offices (src/persons, docs/decisions/0023).

-- The version of the rules that made this person's keys; 0: none were made yet.
alter table person add column name_keys smallint not null default 0;
create index person_unkeyed on person (name_keys);

create table person_name_key (
  cell       smallint not null,
  person_id  uuid not null,
  -- A part of a name by its sound ("SK"), or "#" and the identity number.
  key        text not null check (length(key) between 1 and 40),
  birth_date date not null,
  primary key (cell, person_id, key),
  foreign key (cell, person_id) references person (cell, id)
);
create index person_name_key_found on person_name_key (key, birth_date);

alter table person_name_key enable row level security;
alter table person_name_key force row level security;
do $$ begin execute format('create policy migrator on person_name_key to %I using (true) with check (true)', current_user); end $$;
create policy in_hand on person_name_key to spean_app using (
  exists (select 1 from person p where p.cell = person_name_key.cell and p.id = person_name_key.person_id and p.national_id = any ((select cases_in_hand())::text[])));
create policy retention on person_name_key to spean_app using ((select my_job()) = 'retention');
grant select, insert, delete on person_name_key to spean_app;

-- Does the account take applications anywhere? Whoever does may be shown whom an applicant is like.
create function takes_applications() returns boolean language sql stable as $$
  select cardinality(my_places(array['clerk'])) > 0
$$;

-- Records that may be the same person: born on the day; or on a day a slip away, with a name that sounds alike in one part; or with such a number. What they
-- are compared by, and nothing of their cases. Judged by src/persons/match.rules.ts.
create function near_people(day date, days date[], keys text[], numbers text[])
returns table (cell smallint, id uuid, local_name text, given_name text, family_name text, birth_date date, sex smallint, national_id text, home_area text, family_book text)
language sql stable security definer set search_path = public, pg_temp
-- Always by the indexes, also while the tables are small or not analysed yet: its plan may be kept until they have grown.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  select p.cell, p.id, p.local_name, p.given_name, p.family_name, p.birth_date, p.sex, p.national_id, p.home_area, p.family_book
  from (
    (select f.cell, f.id from person f where f.birth_date = day limit 2000)
    union (select k.cell, k.person_id from person_name_key k where k.key = any(keys) and k.birth_date = any(days) limit 3000)
    union (select n.cell, n.person_id from person_name_key n where n.key = any(numbers) limit 500)
  ) found join person p on p.cell = found.cell and p.id = found.id
  where takes_applications() and p.national_id <> '—'
$$;
-- Their newest photo, beside which the applicant's is laid.
create function near_faces(cells smallint[], persons uuid[])
returns table (person_id uuid, portrait bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (f.person_id) f.person_id, f.portrait
  from unnest(cells[1:5], persons[1:5]) as wanted(cell, id) join photo f on f.cell = wanted.cell and f.person_id = wanted.id
  where takes_applications() and octet_length(f.portrait) > 0
  order by f.person_id, f.taken_at desc
$$;
create index photo_person on photo (cell, person_id, taken_at desc);
revoke execute on function near_people(date, date[], text[], text[]), near_faces(smallint[], uuid[]) from public;
grant execute on function near_people(date, date[], text[], text[]), near_faces(smallint[], uuid[]) to spean_app;
