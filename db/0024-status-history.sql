-- The history of every status list, so that a verifier can be told what changed since it last asked; and revocation of what one member of staff handled.

-- How many changes a list has seen. Whoever changes a pass holds its list's row until the transaction ends: numbers have no gap and are committed in their order.
create table status_sequence (
  list int primary key,
  seq  int not null check (seq > 0)
);
-- Each change of a number in a list: the place, and what stands there from then on (0 valid, 1 invalid, 2 suspended). Public knowledge: a list tells the same.
create table status_change (
  list   int not null,
  seq    int not null check (seq > 0),
  index  int not null check (index between 0 and 1048575),
  status smallint not null check (status between 0 and 3),
  at     timestamptz not null,
  primary key (list, seq)
);
do $$
declare name text;
begin
  foreach name in array array['status_sequence', 'status_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
    execute format('create policy public on %I for select to spean_app using (true)', name);
    execute format('create policy written on %I for insert to spean_app with check ((select my_account()) is not null)', name);
  end loop;
end $$;
create policy counted on status_sequence for update to spean_app using (true) with check ((select my_account()) is not null);
-- No update, no delete: what was published was published.
grant select, insert on status_change to spean_app;
grant select, insert, update on status_sequence to spean_app;

-- What a status list names: few of many passes.
create index pass_struck on pass (status_list, status_index) where state not in ('active', 'expired');

-- A mass revocation reaches either what was signed under an instrument, or what one member of staff handled; its times are those of the signature, or of the deed.
alter table mass_revocation rename column signed_from to from_at;
alter table mass_revocation rename column signed_until to until_at;
alter table mass_revocation alter column instrument drop not null;
alter table mass_revocation add column account text, add column deed text check (deed in ('any', 'took', 'approved', 'signed'));
alter table mass_revocation add check ((instrument is null) = (account is not null)), add check ((account is null) = (deed is null));
-- Nobody helps to revoke, or to hide, what they did themselves.
alter table mass_revocation add check (proposed_by <> account), add check (confirmed_by <> account);

-- "All passes this person handled between two instants."
create index application_taken_by on application (taken_by, submitted_at);
create index application_approved_by on application (approved_account, approved_at);
create index application_signed_by on application (signed_account, signed_at);
