-- Signed is not in its holder's hand: the gate reads in the pass's own row whether it was handed over (docs/decisions/0034).
alter table pass add column handed_over_at timestamptz;
-- What was signed before this counts as handed over: until now nothing at the gate asked, and earlier still it was handed over without a word.
update pass set handed_over_at = coalesce(
  (select collected_at from application a where a.cell = pass.cell and a.id = pass.application_id and a.kind <> 'extension'), issued_at);
-- A pass of an older model came in with its holder.
alter table pass add constraint pass_older_in_hand check (model = 'qr' or handed_over_at is not null);
grant select (handed_over_at) on pass to spean_recorder;
