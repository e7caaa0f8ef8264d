-- A governor signs a list of passes with one gesture, and the evidence of it (docs/spec/signing.md).

-- A list as it was shown to the one who is to sign it: good for five minutes and one gesture. `sha256` is what the passkey signs.
create table signing_list (
  id         uuid primary key,
  account    text not null check (length(account) between 1 and 60),
  office     text not null,
  mandate    text not null references mandate,
  manifest   text not null check (length(manifest) between 2 and 200000),
  sha256     bytea not null check (sha256 = sha256(convert_to(manifest, 'UTF8'))),
  made_at    timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at    timestamptz check (used_at >= made_at)
);
create index signing_list_made on signing_list (made_at);

-- The gesture itself, and what the office states of it in the same minute: kept beside the passes, never changed.
create table pass_signature (
  list               uuid primary key references signing_list,
  account            text not null,
  name               text not null check (length(name) between 1 and 120),
  office             text not null,
  role               text not null,
  place              text not null,
  mandate            text not null references mandate,
  instrument         text not null references instrument,
  credential         text not null check (length(credential) between 1 and 1400),
  public_key         bytea not null check (length(public_key) between 1 and 4000),
  rp_id              text not null,
  origin             text not null,
  authenticator_data bytea not null check (length(authenticator_data) >= 37),
  client_data_json   bytea not null,
  signature          bytea not null,
  manifest           text not null,
  -- What the register knew in that minute of the signer, the key, the role and the mandate: canonical JSON, under the office's seal.
  statement          text not null,
  seal               bytea not null,
  office_certificate bytea not null,
  root_certificate   bytea not null,
  signed_at          timestamptz not null
);
create index pass_signature_office on pass_signature (office, signed_at desc);

-- Which gesture a pass came from; null for passes older than this table. Names nobody. The statement names the passes' numbers, so it is written after them.
alter table pass add column signing_list uuid references pass_signature deferrable initially deferred;
create index pass_signing_list on pass (signing_list);

do $$
declare name text;
begin
  foreach name in array array['signing_list', 'pass_signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;

-- A list is its signer's own. The evidence is for those whom the authority table gives `pass.evidence`.
create policy own on signing_list to spean_app using (account = (select my_account())) with check (account = (select my_account()));
create policy written on pass_signature for insert to spean_app with check (account = (select my_account()));
create policy evidence on pass_signature for select to spean_app using (
  account = (select my_account())
  or office = any ((select my_places(array['governor']))::text[])
  or office like any ((select below(my_places(array['provincial-governor', 'interior-desk', 'auditor'])))::text[]));
-- Lists that nobody signed hold names without a reason to.
create policy retention on signing_list to spean_app using ((select my_job()) = 'retention' and used_at is null);

grant select, insert, delete on signing_list to spean_app;
grant update (used_at) on signing_list to spean_app;
grant select, insert on pass_signature to spean_app;
