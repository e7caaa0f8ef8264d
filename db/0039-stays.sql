-- Stays after they began: extended, told, overstayed, contested, repaired (src/stays, docs/decisions/0040-whose-clock-extends.md).

-- What the stay was opened with, as the gate saw it: by whom lists are counted, and for whom orders' closed days are tolled.
alter table stay
  add column document_kind   text constraint stay_document_kind_check check (document_kind in ('border-pass', 'passport')),
  add column document_issuer text,
  add column document_number text,
  add column nationality     text,
  add column issuing_area    text,
  add column extensions      smallint not null default 0 check (extensions >= 0),
  add column extended_at     timestamptz,
  add column extended_by     text,
  -- Until when somebody of ours says that the neighbour let them stay. A note: it moves no day.
  add column told_until      date,
  add column told_by         text,
  -- The accepted rebuttal that says nothing was overstayed.
  add column lawful_by       uuid,
  add check ((extensions > 0) = (extended_at is not null) and (extended_at is null) = (extended_by is null)),
  add check ((told_until is null) = (told_by is null));
update stay s set document_issuer = m.document_issuer, document_number = m.document_number,
  document_kind = e.body #>> '{facts,document,kind}', nationality = e.body #>> '{facts,document,nationality}', issuing_area = e.body #>> '{facts,document,issuingArea}'
from movement m join event e on e.cell = m.cell and e.id = m.id
where m.cell = s.cell and m.id = coalesce(s.opened_by, s.closed_by);
-- Who is over their days, by the day; and whose other end was never recorded, by the point.
create index stay_open_until on stay (lawful_until, opened_point) where state = 'open';
create index stay_unmatched on stay ((coalesce(opened_point, closed_point))) where state = 'unmatched';

-- What was found out about an end that no gate recorded. The stay stays 'unmatched': the record shows both.
create table stay_repair (
  cell        smallint not null,
  holder_id   uuid not null,
  number      int not null,
  missing     text not null check (missing in ('exit', 'entry')),
  occurred_at timestamptz not null,
  point       text not null,
  basis       text not null constraint stay_repair_basis_check check (basis in ('stamp', 'ticket', 'neighbour-list', 'witness', 'rebuttal')),
  -- Who or what says so.
  evidence    text not null check (length(evidence) between 1 and 500),
  -- Was this end within the lawful days? Null: the law set none, or the beginning is what was missing.
  in_time     boolean,
  repaired_at timestamptz not null,
  repaired_by text not null,
  primary key (cell, holder_id, number),
  foreign key (cell, holder_id, number) references stay on delete cascade
);

-- Somebody says that the record is wrong. Decided by another than who recorded it; the record itself is never edited.
create table rebuttal (
  cell        smallint not null,
  id          uuid not null,
  holder_id   uuid not null,
  -- The pass or passport that the person stands with.
  document    text not null,
  about       text not null constraint rebuttal_about_check check (about in ('overstay', 'flag', 'refusal', 'record')),
  stay        int,
  movement    uuid,
  point       text not null,
  body        text not null check (length(body) between 1 and 2000),
  state       text not null constraint rebuttal_state_check check (state in ('received', 'in-hand', 'accepted', 'not-accepted')),
  effect      text constraint rebuttal_effect_check check (effect in ('lawful', 'ended', 'noted')),
  -- An account, or 'holder'.
  made_by     text not null,
  made_at     timestamptz not null,
  due_on      date not null,
  taken_by    text,
  taken_at    timestamptz,
  answer      text check (length(answer) between 1 and 2000),
  decided_by  text,
  decided_at  timestamptz,
  said        text not null,
  primary key (cell, id),
  check ((stay is null) <> (movement is null)),
  check ((state in ('accepted', 'not-accepted')) = (answer is not null) and (answer is null) = (decided_at is null) and (answer is null) = (decided_by is null)),
  check ((state = 'accepted') = (effect is not null))
);
-- One thing is contested once at a time.
create unique index rebuttal_stay_once on rebuttal (cell, holder_id, stay) where stay is not null and state in ('received', 'in-hand');
create unique index rebuttal_movement_once on rebuttal (cell, holder_id, movement) where movement is not null and state in ('received', 'in-hand');
create index rebuttal_holder on rebuttal (cell, holder_id);
create index rebuttal_point on rebuttal (point, due_on) where state in ('received', 'in-hand');
create table rebuttal_picture (
  cell     smallint not null,
  rebuttal uuid not null,
  page     smallint not null check (page between 1 and 4),
  image    bytea not null,
  primary key (cell, rebuttal, page),
  foreign key (cell, rebuttal) references rebuttal on delete cascade
);

-- Points that the account answers for: its own as their chief, and those that lie in its province.
create function my_overseen_points() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select my_places(array['chief-of-point']) || array(select distinct point from crossing_point_fact
    where kind = 'area' and value #>> '{}' like any (below(my_places(array['provincial-officer', 'provincial-governor']))))
$$;
-- The same of those who decide rebuttals.
create function my_deciding_points() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select my_places(array['chief-of-point']) || array(select distinct point from crossing_point_fact
    where kind = 'area' and value #>> '{}' like any (below(my_places(array['provincial-officer']))))
$$;
create function decides_everywhere() returns boolean language sql stable as $$ select cardinality(my_places(array['interior-desk'])) > 0 $$;
-- The holder of a pass of ours, told to whoever knows the birth date too. Erased people have no birthday.
create function pass_holder(wanted text, born date) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select n.person_id from pass_number n join person p on p.cell = n.cell and p.id = n.person_id and p.birth_date = born and p.national_id <> '—' where n.number = wanted
$$;
-- A stay that the extension or a decision changes is somebody's who stands there, or whose case it is; the recorder asks for none of these.
create policy overseen on stay for select to spean_app using (opened_point = any ((select my_overseen_points())::text[]) or closed_point = any ((select my_overseen_points())::text[]));
create policy in_hand on stay for select to spean_app using (holder_id::text = any ((select cases_in_hand())::text[]));
create policy changed on stay for update to spean_app using (holder_id::text = any ((select cases_in_hand())::text[]) and (select my_account()) is not null);
create policy in_hand on movement for select to spean_app using (holder_id::text = any ((select cases_in_hand())::text[]));

do $$
declare name text;
begin
  foreach name in array array['stay_repair', 'rebuttal', 'rebuttal_picture'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
create policy seen on stay_repair for select to spean_app using (exists (select 1 from stay s where s.cell = stay_repair.cell and s.holder_id = stay_repair.holder_id and s.number = stay_repair.number));
create policy written on stay_repair for insert to spean_app with check (repaired_by = (select my_account()) and holder_id::text = any ((select cases_in_hand())::text[]));
create policy seen on rebuttal for select to spean_app using (
  holder_id::text = any ((select cases_in_hand())::text[]) or point = any ((select my_overseen_points())::text[]) or (select reads_all_movements()));
create policy written on rebuttal for insert to spean_app with check (state = 'received' and (made_by = (select my_account()) or ((select my_job()) = 'portal' and made_by = 'holder')));
create policy changed on rebuttal for update to spean_app using (point = any ((select my_deciding_points())::text[]) or (select decides_everywhere()));
create policy retention on rebuttal to spean_app using ((select my_job()) = 'retention');
create policy seen on rebuttal_picture for select to spean_app using (exists (select 1 from rebuttal r where r.cell = rebuttal_picture.cell and r.id = rebuttal_picture.rebuttal));
create policy written on rebuttal_picture for insert to spean_app with check ((select my_account()) is not null or (select my_job()) = 'portal');

grant update (state, lawful_until, extensions, extended_at, extended_by, told_until, told_by, lawful_by, version) on stay to spean_app;
grant select, insert on stay_repair, rebuttal, rebuttal_picture to spean_app;
grant update (state, effect, taken_by, taken_at, answer, decided_by, decided_at) on rebuttal to spean_app;
grant delete on rebuttal to spean_app;
do $$
declare name text;
begin
  foreach name in array array['my_overseen_points()', 'my_deciding_points()', 'pass_holder(text, date)'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to spean_app', name);
  end loop;
end $$;
