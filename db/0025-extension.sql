-- An extension is a case of its own kind: the same pass, the same number, a later last day, signed anew. Pages are added to a booklet before its pass ends.
alter table application drop constraint application_kind_check;
alter table application add constraint application_kind_check check (kind in ('new', 'replacement', 'extension'));
alter table application drop constraint application_replacement;
alter table application add constraint application_subject check ((kind <> 'new') = (subject_pass is not null) and (kind = 'replacement') = (cause is not null));

-- The days for producing a pass count from the day on which it was both paid and complete.
alter table application add column corrected_at timestamptz;

create table page_addition (
  cell      smallint not null,
  id        uuid not null,
  person_id uuid not null,
  pass      text not null,
  pages     smallint not null check (pages between 1 and 64),
  added_at  timestamptz not null,
  added_by  text not null,
  primary key (cell, id),
  foreign key (cell, person_id) references person (cell, id),
  foreign key (cell, pass) references pass (cell, number)
);
create index page_addition_pass on page_addition (cell, pass);
alter table page_addition enable row level security;
alter table page_addition force row level security;
do $$ begin execute format('create policy migrator on page_addition to %I using (true) with check (true)', current_user); end $$;
create policy of_pass on page_addition to spean_app
  using (exists (select 1 from pass p where p.cell = page_addition.cell and p.number = page_addition.pass))
  with check (exists (select 1 from pass p where p.cell = page_addition.cell and p.number = page_addition.pass));
grant select, insert on page_addition to spean_app;
