-- What a resident does without an account: follow a case by its number and the birth date, keep an application online, report a pass lost, complain, pay from the phone (docs/decisions/0027-residents-by-number.md).
-- The program's login sees none of it at will: it asks functions that want the number and the birth date together, and tell only what a resident is told.

-- A number for the phone: unique over all cells, so a table of its own. First a draft's, then the application's that it became.
create table follow_number (
  number      text primary key check (number ~ '^[1-6][0-9]{9}$'),
  cell        smallint,
  application uuid,
  draft       uuid unique,
  check ((application is null) <> (draft is null) and (application is null) = (cell is null)),
  foreign key (cell, application) references application (cell, id) deferrable initially deferred
);
alter table application add column follow_number text;

-- What residents typed themselves waits among the office's drafts, marked. `said`: what was sent, unreadable, to know it again.
alter table application_draft add column source text not null default 'desk' constraint application_draft_source_check check (source in ('desk', 'online')), add column said text,
  add column born date;

create table portal_limit (key text primary key, points integer not null default 0, expire bigint);

create table lost_report (
  id         uuid primary key,
  number     text not null unique check (number ~ '^9[0-9]{9}$'),
  born       date not null,
  -- The pass's office; null: no pass of that number and birth date is in force, and nobody has a task.
  office     text,
  pass       text,
  how        text not null check (how in ('lost', 'stolen')),
  contact    text check (length(contact) between 1 and 100),
  -- Its follow number too was known: the pass was suspended at once.
  proven     boolean not null,
  state      text not null constraint lost_report_state_check check (state in ('open', 'settled')),
  outcome    text constraint lost_report_outcome_check check (outcome in ('suspended', 'replaced', 'found', 'not-the-holder', 'over')),
  said       text not null,
  made_at    timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  check ((state = 'settled') = (outcome is not null) and (state = 'settled') = (settled_at is not null) and (office is null) = (pass is null))
);
create index lost_report_office on lost_report (office, state, made_at);

create table complaint (
  id          uuid primary key,
  number      text not null unique check (number ~ '^[78][0-9]{9}$'),
  -- The area of the office or point complained about; whoever works there alone never sees it.
  place       text not null,
  point       text,
  about       text not null constraint complaint_about_check check (about in ('fee', 'waiting', 'refusal', 'conduct', 'other')),
  asked       bigint check (asked between 1 and 1000000000),
  body        text not null check (length(body) between 1 and 2000),
  contact     text check (length(contact) between 1 and 100),
  secret      text not null,
  said        text not null,
  state       text not null constraint complaint_state_check check (state in ('received', 'in-hand', 'answered', 'closed')),
  made_at     timestamptz not null,
  taken_by    text,
  answer      text check (length(answer) between 1 and 2000),
  answered_by text,
  answered_at timestamptz,
  check ((state in ('answered', 'closed')) = (answer is not null) and (answer is null) = (answered_at is null))
);
create index complaint_place on complaint (place, state, made_at);

create function my_report_offices() returns text[] language sql stable as $$
  select my_places(array['clerk', 'governor', 'deputy-governor']) || below(my_places(array['provincial-officer', 'provincial-governor', 'auditor']))
$$;
-- A province's officers answer for its districts, never for their own hall.
create function my_complaint_places() returns text[] language sql stable as $$
  select (select coalesce(array_agg(p || '_%'), '{}') from unnest(my_places(array['provincial-officer'])) as p) || below(my_places(array['auditor']))
$$;

do $$
declare name text;
begin
  foreach name in array array['follow_number', 'lost_report', 'complaint'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
create policy written on follow_number for insert to spean_app with check ((select my_account()) is not null or ((select my_job()) = 'portal' and draft is not null));
create policy online on application_draft for insert to spean_app with check ((select my_job()) = 'portal' and source = 'online');
create policy seen on lost_report for select to spean_app using (office like any ((select my_report_offices())::text[]));
create policy written on lost_report for insert to spean_app with check ((select my_job()) = 'portal');
create policy settled on lost_report for update to spean_app using (office = any ((select my_places(array['clerk', 'governor', 'deputy-governor']))::text[])) with check (state = 'settled');
create policy seen on complaint for select to spean_app using (place like any ((select my_complaint_places())::text[]));
create policy written on complaint for insert to spean_app with check ((select my_job()) = 'portal' and state = 'received');
create policy changed on complaint for update to spean_app using (place like any ((select my_complaint_places())::text[]));
create policy retention on lost_report to spean_app using ((select my_job()) = 'retention');
create policy retention on complaint to spean_app using ((select my_job()) = 'retention');
-- The holder asks for a code in nobody's name: the same rows that a cashier makes.
create policy holder on charge for insert to spean_app with check ((select my_job()) = 'payments' and payment is null);
create policy holder on payment_request for insert to spean_app with check ((select my_job()) = 'payments' and requested_by = 'holder');

create policy holder on event for select to spean_app using ((select my_job()) = 'payments' and actor = 'holder');

-- An application by its number, told to whoever knows the birth date too. Erased people have neither name nor birthday.
create function followed(wanted text, born date) returns table (cell smallint, application uuid, person_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select a.cell, a.id, a.person_id from follow_number n
  join application a on a.cell = n.cell and a.id = n.application
  join person p on p.cell = a.cell and p.id = a.person_id and p.birth_date = born and p.national_id <> '—'
  where n.number = wanted
$$;
create function follow_case(wanted text, born date) returns table (
  state text, kind text, office text, submitted_at timestamptz, paid_at timestamptz, corrected_at timestamptz, fee_amount bigint, fee_currency text, fee_rule text, receipt text,
  reason text, pass_end text, pass_state text, pass_issued_on date, pass_expires_at timestamptz, pass_extensions smallint
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.state, a.kind, a.office, a.submitted_at, a.paid_at, a.corrected_at, a.fee_amount::bigint, a.fee_currency, a.fee_rule, a.receipt,
    case when a.state in ('incomplete', 'rejected') then a.reason end, right(x.number, 4), x.state, x.issued_on, x.expires_at, x.extension_count
  from followed(wanted, born) f
  join application a on a.cell = f.cell and a.id = f.application
  left join pass x on x.cell = a.cell and x.number = coalesce(a.pass_number, a.subject_pass)
  union all
  select 'draft', case when d.body->>'replaces' <> '' then 'replacement' else 'new' end, d.office, d.made_at, null, null, null, null, null, null, null, null, null, null, null, null
  from follow_number n join application_draft d on d.id = n.draft
  where n.number = wanted and d.source = 'online' and d.born = follow_case.born
$$;
create function follow_charge(wanted text, born date) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select application from followed(wanted, born)
$$;
-- A draft became an application: the number goes with it. Only for a clerk of the draft's office.
create function move_number(from_draft uuid, to_cell smallint, to_application uuid) returns text language sql volatile security definer set search_path = public, pg_temp as $$
  update follow_number n set cell = to_cell, application = to_application, draft = null from application_draft d
  where n.draft = from_draft and d.id = from_draft and d.office = any (my_draft_offices()) returning n.number
$$;
-- The same sent again: its number, to whoever sends the very same.
create function online_again(wanted uuid, sent text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select n.number from application_draft d join follow_number n on n.draft = d.id where d.id = wanted and d.said = sent
$$;
create function online_waiting(wanted text) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from application_draft where office = wanted and source = 'online'
$$;
-- Where a pass is in force of this number and birth date: the office that is given the task.
create function lost_pass_office(wanted text, born date) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select x.office from pass_number n join pass x on x.cell = n.cell and x.number = n.number
  join person p on p.cell = x.cell and p.id = x.person_id and p.birth_date = born and p.national_id <> '—'
  where n.number = wanted and x.state in ('active', 'suspended')
$$;
-- Suspends for its holder, who knows three things together: pass, birth date, and the follow number of an application of the same person. Cell and office; nothing: not known, or not active.
create function suspend_for_holder(wanted text, born date, follow text) returns table (cell smallint, office text) language sql volatile security definer set search_path = public, pg_temp as $$
  update pass x set state = 'suspended' from followed(follow, born) f
  where x.cell = f.cell and x.person_id = f.person_id and x.number = wanted and x.state = 'active' returning x.cell, x.office
$$;
create function report_again(wanted uuid, sent text) returns table (number text, proven boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select number, proven from lost_report where id = wanted and said = sent
$$;
create function follow_report(wanted text, birth date) returns table (state text, outcome text, proven boolean, made_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select state, outcome, proven, made_at from lost_report where number = wanted and born = birth
$$;
create function complaint_again(wanted uuid, sent text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select number from complaint where id = wanted and said = sent
$$;
create function follow_complaint(wanted text, proof text) returns table (state text, place text, point text, about text, made_at timestamptz, answer text, answered_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select state, place, point, about, made_at, answer, answered_at from complaint where number = wanted and secret = proof
$$;

do $$
declare name text;
begin
  foreach name in array array['follow_case(text, date)', 'follow_charge(text, date)', 'move_number(uuid, smallint, uuid)', 'online_again(uuid, text)', 'online_waiting(text)', 'lost_pass_office(text, date)',
    'suspend_for_holder(text, date, text)', 'report_again(uuid, text)', 'follow_report(text, date)', 'complaint_again(uuid, text)', 'follow_complaint(text, text)'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to spean_app', name);
  end loop;
end $$;
revoke execute on function followed(text, date) from public;
grant insert on follow_number to spean_app;
grant select, insert, update, delete on portal_limit to spean_app;
grant select, insert, update (state, outcome, settled_by, settled_at) on lost_report to spean_app;
grant select, insert, update (state, taken_by, answer, answered_by, answered_at) on complaint to spean_app;
grant delete on lost_report, complaint to spean_app;

-- Applications of before get a number too, with its check digit (src/passes/follow-number.rules.ts).
do $$
declare
  one record;
  body text;
  row_ int;
  fresh text;
  damm constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
begin
  for one in select cell, id from application loop
    loop
      body := (100000000 + floor(random() * 600000000))::bigint::text;
      row_ := 0;
      for place in 1..9 loop row_ := substr(damm, row_ * 10 + substr(body, place, 1)::int + 1, 1)::int; end loop;
      fresh := body || row_::text;
      exit when not exists (select 1 from follow_number where number = fresh);
    end loop;
    insert into follow_number (number, cell, application) values (fresh, one.cell, one.id);
    update application set follow_number = fresh where cell = one.cell and id = one.id;
  end loop;
end $$;
