-- Existing holders: passes of the older models, yellow and blue, stand in the same table as ours, so that one live pass a person stays this table's own rule
-- across both (docs/decisions/0029). They were signed by nobody here: what a QR pass has and they have not is null, by model.
alter table pass
  alter column application_id drop not null,
  alter column mandate drop not null,
  alter column status_list drop not null,
  alter column status_index drop not null,
  alter column signer_kid drop not null,
  alter column qr_text drop not null,
  add column model text not null default 'qr' constraint pass_model_check check (model in ('qr', 'legacy-yellow', 'legacy-blue')),
  add column import_batch uuid;
alter table pass add constraint pass_parts check (
  case when model = 'qr'
    then num_nulls(application_id, mandate, status_list, status_index, signer_kid, qr_text) = 0 and import_batch is null
    else num_nonnulls(application_id, mandate, status_list, status_index, signer_kid, qr_text) = 0 and import_batch is not null
  end);
-- Whoever sees a pass sees what it came from; of an imported one that is its person alone.

-- How many passes this register issued; what it took over from paper was issued elsewhere and is told by import.
create or replace function passes_issued(wanted text) returns table (month text, issued bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(issued_on, 'YYYY-MM'), count(*) from pass where office like wanted and model = 'qr' group by 1 order by 1
$$;

-- One file that came in: how far it was read, and what became of its rows. The file itself lies beside the keys, never here.
create table import_batch (
  id         uuid primary key,
  account    text not null,
  -- The place of the role by which it came in: those of the same place go on with it.
  place      text not null,
  file_name  text not null check (length(file_name) between 1 and 200),
  bytes      bigint not null check (bytes between 1 and 200000000),
  sha256     text,
  state      text not null constraint import_batch_state_check check (state in ('receiving', 'received', 'checking', 'checked', 'running', 'stopped', 'done')),
  mapping    jsonb,
  -- The first line that was not decided on yet.
  next_line  int not null default 1 check (next_line > 0),
  rows       int not null default 0,
  created    int not null default 0,
  unchanged  int not null default 0,
  refused    int not null default 0,
  flagged    int not null default 0,
  -- Whose turn it is: a program that was left behind writes nothing any more.
  turn       int not null default 0,
  stopped_by text,
  made_at    timestamptz not null,
  changed_at timestamptz not null
);
create index import_batch_file on import_batch (sha256);
create index import_batch_place on import_batch (place, made_at desc);
alter table pass add constraint pass_import foreign key (import_batch) references import_batch (id);

-- What is wrong with a row, or worth a look: where it stands, and the form of what stands there, not what.
create table import_fault (
  batch   uuid not null references import_batch,
  line    int not null,
  "column" int not null,
  code    text not null,
  header  text not null check (length(header) <= 100),
  shape   text not null check (length(shape) <= 40),
  primary key (batch, line, "column", code)
);

create function my_import_places() returns text[] language sql stable as $$ select below(my_places(array['provincial-governor', 'interior-desk'])) $$;
do $$
declare name text;
begin
  foreach name in array array['import_batch', 'import_fault'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
create policy place on import_batch to spean_app using (place like any ((select my_import_places())::text[])) with check (place like any ((select my_import_places())::text[]));
-- After a restart the program goes on with what was under way, each in the name of whoever began it.
create policy job on import_batch for select to spean_app using ((select my_job()) = 'import');
create policy of_batch on import_fault to spean_app
  using (exists (select 1 from import_batch b where b.id = import_fault.batch))
  with check (exists (select 1 from import_batch b where b.id = import_fault.batch));
grant select, insert, update on import_batch to spean_app;
grant select, insert, delete on import_fault to spean_app;
