-- The office's whole workflow: returned for correction, reviewed by one at a time, printed into a numbered booklet, handed over; replacements; drafts of the office.
alter table application drop constraint application_state_check;
alter table application add constraint application_state_check check (state in
  ('draft', 'submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced', 'collected', 'rejected', 'withdrawn', 'lapsed'));
alter table application drop constraint application_check;
alter table application drop constraint application_check1;
alter table application add constraint application_paid check
  (state in ('draft', 'submitted', 'incomplete', 'rejected', 'withdrawn', 'lapsed') or (paid_at is not null and receipt is not null));
alter table application add constraint application_signed check
  (state not in ('signed', 'produced', 'collected') or (pass_number is not null and mandate is not null and signed_at is not null));

alter table application
  -- What the case is about; a replacement names the pass whose place the new one takes, and why.
  add column kind text not null default 'new' constraint application_kind_check check (kind in ('new', 'replacement')),
  add column subject_pass text,
  add column cause text constraint application_cause_check check (cause in ('lost', 'stolen', 'damaged', 'wrong-data')),
  -- Who is looking at it, so that two reviewers do not look at one case.
  add column reviewing_account text,
  add column returned_at timestamptz,
  add column booklet text,
  add column produced_at timestamptz,
  add column collected_at timestamptz,
  add column collected_account text;
alter table application add constraint application_replacement check ((kind = 'replacement') = (subject_pass is not null and cause is not null));
-- An application before this migration was printed without a number, and handed over without a word.
alter table application add constraint application_collected check (state <> 'collected' or collected_at is not null);

drop index application_open;
create unique index application_open on application (cell, person_id) where state in ('submitted', 'incomplete', 'paid', 'under-review', 'approved');

alter table pass drop constraint pass_state_check;
alter table pass add constraint pass_state_check check (state in ('active', 'suspended', 'revoked', 'replaced', 'expired'));

-- Numbered booklets: they come in as a run of numbers, and each is used once or spoilt.
create table booklet_batch (
  id          uuid primary key,
  office      text not null,
  first       text not null check (length(first) between 1 and 20),
  count       int not null check (count between 1 and 10000),
  received_at timestamptz not null,
  received_by text not null
);
create index booklet_batch_office on booklet_batch (office, received_at desc);
create table booklet (
  -- A number is one booklet in the whole state, wherever it lies.
  number     text primary key check (number ~ '^[A-Z]{0,4}[0-9]{4,12}$'),
  office     text not null,
  batch      uuid not null references booklet_batch,
  state      text not null constraint booklet_state_check check (state in ('in-stock', 'used', 'spoilt')),
  pass       text,
  changed_at timestamptz not null,
  changed_by text not null,
  reason     text check (length(reason) <= 500),
  check ((state = 'used') = (pass is not null) or state = 'spoilt')
);
create index booklet_stock on booklet (office, state, number);

-- The mark that somebody set when they took the booklet: a signature, or a thumb.
create table hand_over (
  cell           smallint not null,
  application_id uuid not null,
  kind           text not null check (kind in ('signature', 'thumb')),
  mark           bytea not null,
  at             timestamptz not null,
  account        text not null,
  primary key (cell, application_id),
  foreign key (cell, application_id) references application (cell, id)
);

-- What a clerk has typed so far. It belongs to the office: whoever works there goes on with it, at any machine.
create table application_draft (
  id         uuid primary key,
  office     text not null,
  body       jsonb not null,
  photo      bytea,
  version    int not null check (version > 0),
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create index application_draft_office on application_draft (office, changed_at desc);

create function my_booklet_offices() returns text[] language sql stable as $$
  select my_places(array['printer', 'office-administrator', 'governor', 'deputy-governor']) || below(my_places(array['provincial-officer', 'provincial-governor', 'auditor']))
$$;
create function my_draft_offices() returns text[] language sql stable as $$ select my_places(array['clerk']) $$;
do $$
declare name text;
begin
  foreach name in array array['booklet_batch', 'booklet', 'hand_over', 'application_draft'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
create policy office on booklet_batch to spean_app using (office like any ((select my_booklet_offices())::text[])) with check (office like any ((select my_booklet_offices())::text[]));
create policy office on booklet to spean_app using (office like any ((select my_booklet_offices())::text[])) with check (office like any ((select my_booklet_offices())::text[]));
create policy office on hand_over to spean_app
  using (exists (select 1 from application a where a.cell = hand_over.cell and a.id = hand_over.application_id))
  with check (exists (select 1 from application a where a.cell = hand_over.cell and a.id = hand_over.application_id));
create policy office on application_draft to spean_app using (office = any ((select my_draft_offices())::text[])) with check (office = any ((select my_draft_offices())::text[]));
create policy retention on application_draft to spean_app using ((select my_job()) = 'retention');
-- Applications that nobody paid or corrected lapse by a job.
create policy lapse on application to spean_app using ((select my_job()) = 'lapse') with check ((select my_job()) = 'lapse');
create policy lapse on person for select to spean_app using ((select my_job()) = 'lapse');
create index application_waiting on application (submitted_at) where state in ('submitted', 'incomplete');

grant select, insert, update on booklet, application_draft to spean_app;
grant select, insert on booklet_batch, hand_over to spean_app;
grant delete on application_draft to spean_app;
