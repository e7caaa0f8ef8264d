-- Numbers of an office, exact and cheap: why a case was refused and when it ended, and counters that are written in the transaction of what they count.
alter table application
  add column ground text constraint application_ground_check check (ground in ('papers', 'identity', 'address', 'photo', 'fraud-suspected', 'other')),
  add column closed_at timestamptz;
update application set ground = 'other' where state = 'rejected';
update application a set closed_at = coalesce(
  (select max(e.recorded_at) from event e where e.subject = a.id::text and e.type in ('ApplicationRejected', 'ApplicationWithdrawn', 'ApplicationLapsed')), a.submitted_at)
where state in ('rejected', 'withdrawn', 'lapsed');
alter table application add constraint application_grounded check ((state = 'rejected') = (ground is not null));
alter table application add constraint application_ended check ((state in ('rejected', 'withdrawn', 'lapsed')) = (closed_at is not null));
-- What still waits is little beside what was ever done: backlogs are counted from the rows themselves.
create index application_pending on application (office, state) where state in ('submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced');

-- `detail`: the kind of what was issued, the ground of what was rejected, for what was produced the day on which it was complete and paid.
create table office_count_day (
  day    date not null,
  office text not null,
  what   text not null constraint office_count_day_what_check check (what in ('issued', 'produced', 'collected', 'rejected', 'withdrawn', 'lapsed')),
  detail text not null,
  n      int not null check (n >= 0),
  primary key (day, office, what, detail)
);
create table office_count_total (
  office text not null,
  what   text not null,
  detail text not null,
  n      bigint not null check (n >= 0),
  primary key (office, what, detail)
);
-- Who did how much in which hour of the border's clock: an insider at work at night shows here.
create table staff_count_hour (
  day     date not null,
  office  text not null,
  hour    smallint not null check (hour between 0 and 23),
  account text not null,
  step    text not null,
  n       int not null check (n > 0),
  primary key (day, office, hour, account, step)
);
create index staff_count_account on staff_count_hour (account, day);

create function border_day(at timestamptz) returns date language sql immutable parallel safe as $$ select (at at time zone interval '+07:00')::date $$;
-- The same numbers, counted from the rows: what the counters begin with here, and what they are compared with ever after.
create function office_counts_of_rows() returns table (day date, office text, what text, detail text, n bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select border_day(signed_at), office, 'issued', kind, count(*) from application where signed_at is not null group by 1, 2, 4
  union all select border_day(produced_at), office, 'produced', coalesce(border_day(greatest(paid_at, corrected_at))::text, ''), count(*) from application where produced_at is not null group by 1, 2, 4
  union all select border_day(collected_at), office, 'collected', '', count(*) from application where collected_at is not null group by 1, 2
  union all select border_day(closed_at), office, state, coalesce(ground, ''), count(*) from application where closed_at is not null group by 1, 2, 3, 4
$$;
insert into office_count_day select * from office_counts_of_rows();
insert into office_count_total select office, what, case when what = 'produced' then '' else detail end, sum(n) from office_count_day group by 1, 2, 3;

-- What waits, by office, state and the day on which it was complete and paid: numbers that name nobody, for those who see no case.
create function office_pending(wanted text) returns table (office text, state text, completed_on date, n bigint, oldest timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select a.office, a.state, border_day(a.completed), count(*), min(a.completed)
  from (select office, state, case when paid_at is not null then greatest(paid_at, corrected_at) end as completed from application
    where office like wanted and state in ('submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced')) a
  group by 1, 2, 3
$$;

-- Whose hours the account may see: its own, and those of the offices it answers for.
create function my_workload_offices() returns text[] language sql stable as $$
  select my_places(array['governor']) || below(my_places(array['provincial-officer', 'provincial-governor', 'auditor']))
$$;
alter table staff_count_hour enable row level security;
alter table staff_count_hour force row level security;
do $$ begin execute format('create policy migrator on staff_count_hour to %I using (true) with check (true)', current_user); end $$;
create policy own on staff_count_hour to spean_app using (account = (select my_account())) with check (account = (select my_account()));
create policy workload on staff_count_hour for select to spean_app using (office like any ((select my_workload_offices())::text[]));

grant select, insert, update on office_count_day, office_count_total, staff_count_hour to spean_app;
revoke execute on function office_counts_of_rows(), office_pending(text) from public;
grant execute on function office_counts_of_rows(), office_pending(text) to spean_app;

-- What an office has to work with, from a day on: entered with the paper that says so, never changed; of one day's rows the newest counts.
create table office_capacity (
  id          uuid primary key,
  office      text not null,
  valid_from  date not null,
  printers    smallint not null check (printers between 0 and 200),
  instrument  text not null check (length(instrument) between 1 and 40),
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index office_capacity_office on office_capacity (office, valid_from desc, recorded_at desc);
create function my_equipped_offices() returns text[] language sql stable as $$
  select my_places(array['office-administrator']) || below(my_places(array['provincial-officer']))
$$;
alter table office_capacity enable row level security;
alter table office_capacity force row level security;
do $$ begin execute format('create policy migrator on office_capacity to %I using (true) with check (true)', current_user); end $$;
create policy seen on office_capacity for select to spean_app using (
  office like any ((select my_workload_offices())::text[]) or office like any ((select my_equipped_offices())::text[]));
create policy written on office_capacity for insert to spean_app with check (
  office like any ((select my_equipped_offices())::text[]) and recorded_by = (select my_account()));
grant select, insert on office_capacity to spean_app;

-- How many people hold a role of an office's work there today: a number that names nobody.
create function office_staff(wanted text) returns table (office text, people bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select place, count(distinct account) from role_grant
  where place like wanted and role in ('clerk', 'cashier', 'reviewer', 'printer', 'governor', 'deputy-governor')
    and valid_from <= border_day(my_now()) and (last_day is null or last_day >= border_day(my_now())) and (revoked_at is null or revoked_at > my_now())
  group by 1
$$;
revoke execute on function office_staff(text) from public;
grant execute on function office_staff(text) to spean_app;

-- What a signer should know of a case and cannot see: refusals of the same person at any office, and how many cases its clerk took in that hour. Numbers alone.
create function application_history(cells smallint[], ids uuid[]) returns table (id uuid, refused bigint, suspected bigint, taken_in_hour bigint, near boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    exists (select 1 from event e where e.subject = a.id::text and e.type = 'ApplicationSubmitted' and e.body ? 'near')
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id
$$;
revoke execute on function application_history(smallint[], uuid[]) from public;
grant execute on function application_history(smallint[], uuid[]) to spean_app;
