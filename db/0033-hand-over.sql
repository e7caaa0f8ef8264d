-- Signed is not in its holder's hand: the gate reads in the pass's own row whether it was handed over (docs/decisions/0034).
alter table pass add column handed_over_at timestamptz;
-- What was signed before this counts as handed over: until now nothing at the gate asked, and earlier still it was handed over without a word.
update pass set handed_over_at = coalesce(
  (select collected_at from application a where a.cell = pass.cell and a.id = pass.application_id and a.kind <> 'extension'), issued_at);
-- A pass of an older model came in with its holder.
alter table pass add constraint pass_older_in_hand check (model = 'qr' or handed_over_at is not null);
grant select (handed_over_at) on pass to spean_recorder;

-- A signer key that became known to others: declared by two people, from then on good only for what the register knows (docs/spec/credential.md).
create table leaked_key (
  kid            text primary key check (kid ~ '^[0-9a-f]{16}$'),
  office         text not null,
  -- The first day on which somebody else may have had it, as far as is known. It decides nothing: the filter does.
  leaked_on      date not null,
  reason         text not null check (length(reason) between 1 and 500),
  proposed_by    text not null,
  proposed_name  text not null,
  proposed_at    timestamptz not null,
  confirmed_by   text,
  confirmed_name text,
  confirmed_at   timestamptz,
  check (confirmed_by <> proposed_by),
  check (num_nulls(confirmed_by, confirmed_name, confirmed_at) in (0, 3))
);
-- What an extension's earlier codes hash to, as kid:digest: they stay genuine.
alter table pass add column earlier_digests text[] not null default '{}';
do $$
begin
  alter table leaked_key enable row level security;
  alter table leaked_key force row level security;
  execute format('create policy migrator on leaked_key to %I using (true) with check (true)', current_user);
end $$;
create policy public on leaked_key for select to spean_app using (true);
create policy proposed on leaked_key for insert to spean_app with check (proposed_by = (select my_account()) and confirmed_by is null);
-- Once, and never taken back: a secret that was out is out.
create policy confirmed on leaked_key for update to spean_app using (confirmed_by is null) with check (confirmed_by = (select my_account()));
grant select, insert on leaked_key to spean_app;
grant update (confirmed_by, confirmed_name, confirmed_at) on leaked_key to spean_app;
