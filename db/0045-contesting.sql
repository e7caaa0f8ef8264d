-- Contesting by phone, and what a contest is about when stay numbers come again (src/stays, docs/decisions/0051-contesting-by-phone.md).

-- A movement undone within its minute takes its stay away, and the next one bears the same number. What began a stay never comes again.
alter table rebuttal add column stay_began uuid, add check (stay is not null or stay_began is null);
-- Somebody may have contested a stay that is gone: then none that began later is meant.
update rebuttal r set stay_began = coalesce(s.opened_by, s.closed_by) from stay s
where s.cell = r.cell and s.holder_id = r.holder_id and s.number = r.stay and coalesce(s.opened_at, s.closed_at) <= r.made_at;
drop index rebuttal_stay_once;
create unique index rebuttal_stay_once on rebuttal (cell, holder_id, stay_began) where stay_began is not null and state in ('received', 'in-hand');
-- Undoing asks whether somebody found something out about the stay since; what they found stays with that stay.
create policy recorder on stay_repair for select to spean_recorder using (true);
grant select (cell, holder_id, number, repaired_at) on stay_repair to spean_recorder;

-- The case number, for the phone and the counter: unique over all cells, so a table of its own.
alter table rebuttal add column case_number text;
create table rebuttal_number (
  number   text primary key check (number ~ '^0[0-9]{9}$'),
  cell     smallint not null,
  rebuttal uuid not null,
  foreign key (cell, rebuttal) references rebuttal on delete cascade deferrable initially deferred
);
create index rebuttal_number_of on rebuttal_number (cell, rebuttal);
alter table rebuttal_number enable row level security;
alter table rebuttal_number force row level security;
do $$ begin execute format('create policy migrator on rebuttal_number to %I using (true) with check (true)', current_user); end $$;
create policy written on rebuttal_number for insert to spean_app with check ((select my_account()) is not null or (select my_job()) = 'portal');
grant insert on rebuttal_number to spean_app;

-- Whose record it is, told to whoever knows the birth date too: by the number of a pass, of an application, or of a contest. Erased people have no birthday.
create function contest_holder(wanted text, born date) returns table (holder uuid, document text) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, known.document from (
    select n.cell, n.person_id, n.number as document from pass_number n where n.number = wanted
    union all
    select a.cell, a.person_id, coalesce(a.pass_number, wanted) from follow_number f join application a on a.cell = f.cell and a.id = f.application where f.number = wanted
    union all
    select r.cell, r.holder_id, r.document from rebuttal_number c join rebuttal r on r.cell = c.cell and r.id = c.rebuttal where c.number = wanted
  ) known join person p on p.cell = known.cell and p.id = known.person_id and p.birth_date = born and p.national_id <> '—'
  limit 1
$$;
-- The contest behind a case number, for whoever gives the code of the refusal too.
create function contest_of_number(wanted text) returns table (holder uuid, document text, movement uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select r.holder_id, r.document, r.movement from rebuttal_number c join rebuttal r on r.cell = c.cell and r.id = c.rebuttal where c.number = wanted and (select my_job()) = 'portal'
$$;
-- The recorded verdicts of movements: of a holder in hand, or at points that the account answers for.
create function contested_verdicts(wanted_cell smallint, ids uuid[], made timestamptz[]) returns table (id uuid, verdict jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, e.body -> 'verdict' from unnest(ids, made) as w(id, made_at)
  join movement m on m.cell = wanted_cell and m.id = w.id and m.made_at = w.made_at
  join event e on e.cell = m.cell and e.id = m.id and e.made_at = m.made_at and e.type = 'MovementRecorded'
  where m.holder_id::text = any ((select cases_in_hand())::text[]) or m.point = any ((select my_overseen_points())::text[]) or (select reads_all_movements())
$$;
do $$
declare name text;
begin
  foreach name in array array['contest_holder(text, date)', 'contest_of_number(text)', 'contested_verdicts(smallint, uuid[], timestamptz[])'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to spean_app', name);
  end loop;
end $$;
-- Decided ones are looked up by their point, the last first.
create index rebuttal_decided on rebuttal (point, decided_at) where state in ('accepted', 'not-accepted');
