-- The second wall: what a forgotten check in the program would show, the database still does not (docs/security.md).
-- Four groups without a login; the program's logins are members of one each (src/platform/postgres/logins.ts).
do $$
declare name text;
begin
  foreach name in array array['spean_app', 'spean_recorder', 'spean_identity', 'spean_reader'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null; -- Another database of this cluster made it.
    end;
  end loop;
end $$;

alter table application add column taken_by text, add column approved_account text, add column signed_account text, add column printed_by text;
alter table person add column family_book text check (length(family_book) between 1 and 40);
-- Where the event's case lies, and whether it is about a member of staff.
alter table event add column place text, add column about_staff boolean not null default false;
create index application_person on application (cell, person_id);
-- Without the cell: a plan made while the table is small must find a pass by (cell, number) in no other index than the primary key.
create index pass_person on pass (person_id);
create index event_staff on event (place, recorded_at desc) where about_staff;

-- Whose transaction this is. Set for the transaction alone, so a pooled connection carries nothing over; unset is nobody.
create function my_account() returns text language sql stable parallel safe as $$ select nullif(current_setting('spean.account', true), '') $$;
create function my_job() returns text language sql stable parallel safe as $$ select nullif(current_setting('spean.job', true), '') $$;
create function my_now() returns timestamptz language sql stable parallel safe as $$ select coalesce(nullif(current_setting('spean.at', true), '')::timestamptz, now()) $$;
-- What somebody stands at the counter or the gate with: identity numbers, pass numbers. Taken in hand by a command after it asked the authority table.
create function cases_in_hand() returns text[] language sql stable parallel safe as $$ select coalesce(string_to_array(nullif(current_setting('spean.cases', true), ''), chr(31)), '{}') $$;

-- Places of the account's roles that count now. It reads the roles itself: the settings name a person, never a scope.
create function my_places(wanted text[]) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(place), '{}') from role_grant
  where account = my_account() and role = any(wanted)
    and valid_from <= (my_now() at time zone interval '+07:00')::date
    and (last_day is null or last_day >= (my_now() at time zone interval '+07:00')::date)
    and (revoked_at is null or revoked_at > my_now())
$$;
create function below(places text[]) returns text[] language sql immutable parallel safe as $$ select coalesce(array_agg(p || '%'), '{}') from unnest(places) as p $$;

-- LIKE patterns of the offices whose cases, and whose passes, the account may see.
create function my_application_offices() returns text[] language sql stable as $$
  select my_places(array['clerk', 'cashier', 'reviewer', 'printer', 'governor', 'deputy-governor'])
    || below(my_places(array['provincial-officer', 'provincial-governor', 'auditor']))
$$;
create function my_pass_offices() returns text[] language sql stable as $$
  select my_places(array['clerk', 'reviewer', 'printer', 'governor', 'deputy-governor'])
    || below(my_places(array['provincial-officer', 'provincial-governor', 'interior-desk', 'auditor']))
$$;
create function my_points() returns text[] language sql stable as $$ select my_places(array['checkpoint-officer', 'chief-of-point']) $$;
-- Does the account read movements of the whole state?
create function reads_all_movements() returns boolean language sql stable as $$ select cardinality(my_places(array['interior-desk', 'auditor'])) > 0 $$;
-- Places whose staff answer to the account.
create function my_watched_places() returns text[] language sql stable as $$
  select my_places(array['governor', 'chief-of-point', 'unit-head', 'office-administrator'])
    || below(my_places(array['provincial-governor']))
    || case when cardinality(my_places(array['auditor', 'system-administrator'])) > 0 then array['%'] else '{}' end
$$;

-- Every table that holds a person or a case: no row without a policy, for the owner too.
do $$
declare name text;
begin
  foreach name in array array['person', 'person_key', 'photo', 'application', 'pass', 'pass_number', 'stay', 'movement', 'event', 'person_read', 'role_grant',
    'staff_account', 'session', 'sign_in_account', 'verification', 'two_factor', 'passkey', 'invitation', 'webauthn_challenge'] loop
    if to_regclass(name) is null then continue; end if;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- The migrator changes old rows in later migrations, and the counting functions below run as it.
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
  foreach name in array array['staff_account', 'session', 'sign_in_account', 'verification', 'two_factor', 'passkey', 'invitation', 'webauthn_challenge'] loop
    if to_regclass(name) is null then continue; end if;
    execute format('create policy identity on %I to spean_identity using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to spean_identity', name);
  end loop;
end $$;

-- Applications and passes: by office. A person and a photo: through a case that is seen.
create policy office on application to spean_app using (office like any ((select my_application_offices())::text[])) with check (office like any ((select my_application_offices())::text[]));
-- Whoever sees a pass sees the application it came from: its photo, who approved and signed.
create policy of_pass on application for select to spean_app using (pass_number is not null and exists (select 1 from pass p where p.cell = application.cell and p.number = application.pass_number));
create policy office on pass to spean_app using (office like any ((select my_pass_offices())::text[])) with check (office like any ((select my_pass_offices())::text[]));
create policy in_hand on pass to spean_app using (
  number = any ((select cases_in_hand())::text[])
  or exists (select 1 from person_key k where k.national_id = any ((select cases_in_hand())::text[]) and k.cell = pass.cell and k.person_id = pass.person_id));
create policy job on pass for select to spean_app using ((select my_job()) in ('publish', 'retention', 'made-up'));
create policy seen on pass_number for select to spean_app using (exists (select 1 from pass p where p.cell = pass_number.cell and p.number = pass_number.number));
create policy written on pass_number for insert to spean_app with check ((select my_account()) is not null);
create policy seen on person for select to spean_app using (
  national_id = any ((select cases_in_hand())::text[])
  or exists (select 1 from application a where a.cell = person.cell and a.person_id = person.id)
  or exists (select 1 from pass p where p.cell = person.cell and p.person_id = person.id));
create policy in_hand on person for update to spean_app using (national_id = any ((select cases_in_hand())::text[])) with check (national_id = any ((select cases_in_hand())::text[]));
create policy written on person for insert to spean_app with check (national_id = any ((select cases_in_hand())::text[]));
create policy in_hand on person_key to spean_app using (national_id = any ((select cases_in_hand())::text[])) with check (national_id = any ((select cases_in_hand())::text[]));
create policy seen on photo for select to spean_app using (
  exists (select 1 from application a where a.cell = photo.cell and a.photo_id = photo.id)
  or exists (select 1 from pass p join application a on a.cell = p.cell and a.id = p.application_id where p.cell = photo.cell and a.photo_id = photo.id));
create policy written on photo for insert to spean_app with check ((select my_account()) is not null);

-- Retention: the one job that takes away. What it may take is said by its own statements (src/passes/retention.ts).
create policy retention on application to spean_app using ((select my_job()) = 'retention') with check ((select my_job()) = 'retention');
create policy retention on person to spean_app using ((select my_job()) = 'retention') with check ((select my_job()) = 'retention');
create policy retention on person_key to spean_app using ((select my_job()) = 'retention');
create policy retention on photo to spean_app using ((select my_job()) = 'retention');
create policy retention on person_read to spean_app using ((select my_job()) = 'retention');

-- Crossings: by point, or the whole state. The recorder sees documents and stays, never names or faces.
create policy point on movement for select to spean_app using (point = any ((select my_points())::text[]) or (select reads_all_movements()));
create policy point on stay for select to spean_app using (opened_point = any ((select my_points())::text[]) or closed_point = any ((select my_points())::text[]) or (select reads_all_movements()));
create policy recorder on movement to spean_recorder using (true) with check (true);
create policy recorder on stay to spean_recorder using (true) with check (true);
create policy recorder on event to spean_recorder using (true) with check (true);
create policy recorder on pass for select to spean_recorder using (true);
create policy recorder on pass_number for select to spean_recorder using (true);

-- Events: what one did oneself, what is told of oneself, and what is told of those who answer to one.
create policy seen on event for select to spean_app using (
  actor = (select my_account()) or subject = (select my_account())
  or (place like any ((select my_watched_places())::text[]) and (about_staff or (select cardinality(my_places(array['auditor'])) > 0))));
create policy written on event for insert to spean_app with check (actor = (select my_account()) or (select my_job()) is not null);
create policy identity on event to spean_identity using (about_staff) with check (about_staff);
create policy reader on event for select to spean_reader using (true);
create policy seen on person_read for select to spean_app using (account = (select my_account()) or place like any ((select my_watched_places())::text[]));
create policy own on person_read to spean_app using (account = (select my_account())) with check (account = (select my_account()));
create policy seen on role_grant for select to spean_app using (account = (select my_account()) or place like any ((select my_watched_places())::text[]));
create policy identity on role_grant to spean_identity using (true) with check (true);

-- How many passes, by office and month: a number that names nobody, for those who see no pass.
create function passes_issued(wanted text) returns table (month text, issued bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(issued_on, 'YYYY-MM'), count(*) from pass where office like wanted group by 1 order by 1
$$;

grant select on instrument, law, area, crossing_point, crossing_point_fact, opening_order, office, mandate, migration, instance_mark to spean_app, spean_recorder, spean_identity, spean_reader;
grant select, insert, update on person, application, pass, person_read, office_series to spean_app;
grant delete on person, person_key, photo, application, person_read to spean_app;
grant select, insert on person_key, photo, pass_number, event to spean_app;
grant update (revoked_at, revoked_by) on mandate to spean_app;
grant select (list, index), insert on status_place to spean_app;
grant select on movement, stay, movement_count_day, movement_count_month, role_grant to spean_app;
grant select on pass_number to spean_recorder;
grant select (cell, number, person_id, state, nationality, issuer, expires_at) on pass to spean_recorder;
grant select, insert, update on stay, movement_count_day, movement_count_month to spean_recorder;
grant insert on movement to spean_recorder;
grant select, insert on event to spean_recorder, spean_identity;
grant select, insert, update on role_grant to spean_identity;
grant select, insert, update, delete on sign_in_limit to spean_identity;
grant select on event, movement_count_day, movement_count_month to spean_reader;
revoke execute on function passes_issued(text), my_places(text[]) from public;
grant execute on function passes_issued(text), my_places(text[]) to spean_app;
