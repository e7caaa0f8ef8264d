-- A list of version 2 is made of digests (docs/decisions/0020-evidence-of-one.md): what each digest stands for lies here, a row a person.

create table signing_row (
  cell            smallint not null,
  application     uuid not null,
  list            uuid not null references signing_list on delete cascade,
  position        smallint not null check (position between 0 and 49),
  -- What was shown of the application: canonical JSON.
  row             text not null check (length(row) between 2 and 4000),
  salt            bytea not null check (length(salt) = 32),
  -- Of the identity number's digest in `row`. Evidence never carries it.
  identity_salt   bytea not null check (length(identity_salt) = 32),
  primary key (cell, application, list),
  foreign key (cell, application) references application (cell, id)
);
create index signing_row_list on signing_row (list, position);

alter table signing_row enable row level security;
alter table signing_row force row level security;
do $$
begin
  execute format('create policy migrator on signing_row to %I using (true) with check (true)', current_user);
end $$;

-- Whoever sees the list, and whoever sees the gesture: those tables' own policies say who that is.
create policy of_list on signing_row to spean_app using (exists (select 1 from signing_list l where l.id = signing_row.list)) with check (exists (select 1 from signing_list l where l.id = signing_row.list));
create policy of_gesture on signing_row for select to spean_app using (exists (select 1 from pass_signature s where s.list = signing_row.list));

grant select, insert on signing_row to spean_app;
