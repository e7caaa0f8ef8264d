-- A different decision ends mandates; what was signed under an instrument is found by it; two people revoke many passes.

-- A legal text is entered, and a mandate ended, only in the name of the Interior desk: a forgotten check in the program changes neither.
create function decides_on_mandates() returns boolean language sql stable as $$ select cardinality(my_places(array['interior-desk'])) > 0 $$;
do $$
declare name text;
begin
  foreach name in array array['instrument', 'mandate'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
    execute format('create policy public on %I for select to spean_app, spean_recorder, spean_identity, spean_reader using (true)', name);
  end loop;
end $$;
create policy decided on instrument for insert to spean_app with check ((select decides_on_mandates()));
-- `using (true)`: whoever signs holds the mandate's row, so that it cannot end while they do.
create policy decided on mandate for update to spean_app using (true) with check ((select decides_on_mandates()));
grant insert on instrument to spean_app;

create index mandate_instrument on mandate (instrument);
-- "All passes signed under this instrument between two instants."
create index pass_mandate on pass (mandate, issued_at);

-- A proposal to revoke all passes of a selection, its confirmation by a second person, and how far it has come.
create table mass_revocation (
  id             uuid primary key,
  instrument     text not null references instrument,
  -- How far it reaches: a state, a province, or (with `office`) one office.
  place          text not null check (place ~ '^[A-Z]{2}(:[0-9]{2,4})?$'),
  office         text check (office = place),
  signed_from    timestamptz not null,
  signed_until   timestamptz not null check (signed_until > signed_from),
  reason         text not null check (length(reason) between 1 and 500),
  state          text not null check (state in ('proposed', 'confirmed', 'done')),
  found          int not null check (found > 0),
  proposed_by    text not null,
  proposed_name  text not null,
  proposed_at    timestamptz not null,
  confirmation   uuid,
  confirmed_by   text check (confirmed_by <> proposed_by),
  confirmed_name text,
  confirmed_at   timestamptz,
  total          int,
  revoked        int not null default 0,
  done_at        timestamptz,
  check ((state = 'proposed') = (confirmed_by is null)),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmation is null) and (confirmed_by is null) = (total is null)),
  check ((state = 'done') = (done_at is not null))
);
create index mass_revocation_open on mass_revocation (state) where state = 'confirmed';

-- LIKE patterns of the places whose mandates' passes the account may list, and of those it may revoke.
create function my_mandate_places() returns text[] language sql stable as $$
  select my_places(array['governor']) || below(my_places(array['provincial-governor', 'interior-desk', 'auditor']))
$$;
create function my_revocation_places() returns text[] language sql stable as $$ select below(my_places(array['provincial-governor', 'interior-desk'])) $$;

alter table mass_revocation enable row level security;
alter table mass_revocation force row level security;
do $$ begin execute format('create policy migrator on mass_revocation to %I using (true) with check (true)', current_user); end $$;
create policy seen on mass_revocation for select to spean_app using (place like any ((select my_mandate_places())::text[]));
create policy proposed on mass_revocation for insert to spean_app
  with check (place like any ((select my_revocation_places())::text[]) and proposed_by = (select my_account()) and state = 'proposed');
create policy confirmed on mass_revocation for update to spean_app
  using (place like any ((select my_revocation_places())::text[])) with check (confirmed_by = (select my_account()));
-- After a crash: which confirmed revocations are not done.
create policy job on mass_revocation for select to spean_app using ((select my_job()) = 'revocation');
grant select, insert, update on mass_revocation to spean_app;
