-- A proposal to declare a key leaked may be wrong. Until a second person confirms it, whoever proposed it or could confirm it withdraws it, with a reason; it stays on record, and the key may be proposed again (docs/decisions/0056-a-proposal-is-withdrawn.md).
alter table leaked_key
  -- The proposal's command; of those made before this, any.
  add column id               uuid not null default gen_random_uuid(),
  add column withdrawal       uuid unique,
  add column withdrawn_by     text,
  add column withdrawn_name   text,
  add column withdrawn_at     timestamptz,
  add column withdrawn_reason text check (length(withdrawn_reason) between 1 and 500);
alter table leaked_key
  add check (num_nulls(withdrawal, withdrawn_by, withdrawn_name, withdrawn_at, withdrawn_reason) in (0, 5)),
  add check (confirmed_by is null or withdrawn_by is null),
  drop constraint leaked_key_pkey,
  add primary key (id),
  alter column id drop default;
create unique index leaked_key_stands on leaked_key (kid) where withdrawn_by is null;
alter policy confirmed on leaked_key using (confirmed_by is null and withdrawn_by is null);
create policy withdrawn on leaked_key for update to spean_app
  using (confirmed_by is null and withdrawn_by is null) with check (withdrawn_by = (select my_account()));
grant update (withdrawal, withdrawn_by, withdrawn_name, withdrawn_at, withdrawn_reason) on leaked_key to spean_app;
