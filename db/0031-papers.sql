-- What the clerk saw: the papers of a case, pictures of them, and since when the person lives where the paper says. Null: a case of before, or one that was not asked.
alter table application
  add column papers text[],
  add column lives_since date,
  add column proof_on date;

-- A picture of a paper, re-encoded by a worker of ours. It goes when the photo of its case goes (retention).
create table paper_picture (
  cell           smallint not null,
  application_id uuid not null,
  paper          text not null check (length(paper) between 1 and 40),
  page           smallint not null check (page between 1 and 4),
  picture        bytea not null,
  taken_at       timestamptz not null,
  primary key (cell, application_id, paper, page),
  foreign key (cell, application_id) references application (cell, id)
);
-- The same while it is being typed. It ends with its draft.
create table draft_picture (
  draft    uuid not null references application_draft on delete cascade,
  paper    text not null check (length(paper) between 1 and 40),
  page     smallint not null check (page between 1 and 4),
  picture  bytea not null,
  taken_at timestamptz not null,
  primary key (draft, paper, page)
);

-- What is typed to put a case right is a draft of the office too, under the case's own id: one for each case.
alter table application_draft drop constraint application_draft_source_check;
alter table application_draft add constraint application_draft_source_check check (source in ('desk', 'online', 'correction'));

do $$
declare name text;
begin
  foreach name in array array['paper_picture', 'draft_picture'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;
create policy office on paper_picture to spean_app
  using (exists (select 1 from application a where a.cell = paper_picture.cell and a.id = paper_picture.application_id))
  with check (exists (select 1 from application a where a.cell = paper_picture.cell and a.id = paper_picture.application_id));
create policy retention on paper_picture to spean_app using ((select my_job()) = 'retention');
create policy office on draft_picture to spean_app
  using (exists (select 1 from application_draft d where d.id = draft_picture.draft))
  with check (exists (select 1 from application_draft d where d.id = draft_picture.draft));
grant select, insert, delete on paper_picture to spean_app;
grant select, insert, update, delete on draft_picture to spean_app;
