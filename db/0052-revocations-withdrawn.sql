-- What is proposed to be revoked by many may be withdrawn until it is confirmed, by whoever proposed it or could confirm it (docs/decisions/0056-a-proposal-is-withdrawn.md).
alter table mass_revocation
  add column withdrawal       uuid unique,
  add column withdrawn_by     text check (withdrawn_by <> account),
  add column withdrawn_name   text,
  add column withdrawn_at     timestamptz,
  add column withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  drop constraint mass_revocation_state_check,
  drop constraint mass_revocation_check3;
alter table mass_revocation
  add constraint mass_revocation_state_check check (state in ('proposed', 'withdrawn', 'confirmed', 'done')),
  add check ((state in ('proposed', 'withdrawn')) = (confirmed_by is null)),
  add check ((state = 'withdrawn') = (withdrawn_by is not null)),
  add check (num_nulls(withdrawal, withdrawn_by, withdrawn_name, withdrawn_at, withdrawn_reason) in (0, 5));
create policy withdrawn on mass_revocation for update to spean_app
  using (state = 'proposed' and place like any ((select my_revocation_places())::text[]))
  with check (state = 'withdrawn' and withdrawn_by = (select my_account()));
-- A confirmation finds what is proposed, and its progress what is confirmed.
alter policy confirmed on mass_revocation using (state <> 'withdrawn' and place like any ((select my_revocation_places())::text[]));
