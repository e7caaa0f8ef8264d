-- How a person wants to be told of their case, and what is to be told. A number is there only while its person agreed to it; it goes with its messages some days after the case is over (retention).
create table application_mobile (
  cell           smallint not null,
  application_id uuid not null,
  mobile         text not null check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
  consented_at   timestamptz not null,
  taken_by       text not null,
  primary key (cell, application_id),
  foreign key (cell, application_id) references application (cell, id)
);
-- The outbox: written with the step that it tells of. Its id is what the gateway knows a message by, so that a second try is the same message.
create table message (
  cell           smallint not null,
  id             uuid not null,
  application_id uuid not null,
  kind           text not null check (kind in ('received', 'returned', 'ready', 'decided')),
  language       text not null check (language in ('km', 'th', 'en')),
  body           text not null check (length(body) between 1 and 400),
  state          text not null check (state in ('waiting', 'sending', 'sent', 'dead', 'overtaken')),
  tries          smallint not null default 0 check (tries >= 0),
  made_at        timestamptz not null,
  -- When it is looked at again: the first time, the next try, or the end of the time a try may take.
  next_at        timestamptz not null,
  ended_at       timestamptz,
  why            text check (length(why) between 1 and 40),
  primary key (cell, id),
  foreign key (cell, application_id) references application (cell, id),
  check ((ended_at is null) = (state in ('waiting', 'sending')))
);
create index message_due on message (next_at) where state in ('waiting', 'sending');
create index message_application on message (cell, application_id);

do $$
declare name text;
begin
  foreach name in array array['application_mobile', 'message'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
    execute format('create policy retention on %I to spean_app using ((select my_job()) = ''retention'')', name);
  end loop;
end $$;
-- A person who sees the case at its office (no job that sees it); what of it their role is shown, the program says (src/passes/fields.rules.ts).
create policy office on application_mobile to spean_app
  using ((select my_account()) is not null and exists (select 1 from application a where a.cell = application_mobile.cell and a.id = application_mobile.application_id))
  with check ((select my_account()) is not null and exists (select 1 from application a where a.cell = application_mobile.cell and a.id = application_mobile.application_id));
create policy seen on message for select to spean_app
  using ((select my_account()) is not null and exists (select 1 from application a where a.cell = message.cell and a.id = message.application_id));
create policy written on message for insert to spean_app
  with check (state = 'waiting' and (select my_account()) is not null and exists (select 1 from application a where a.cell = message.cell and a.id = message.application_id));
-- The job that sends: it reads the number and where the case stands, and writes how it went. Nobody else changes a message.
create policy job on application_mobile for select to spean_app using ((select my_job()) = 'messages');
create policy job_seen on message for select to spean_app using ((select my_job()) = 'messages');
create policy job on message for update to spean_app using ((select my_job()) = 'messages') with check ((select my_job()) = 'messages');
create policy messages on application for select to spean_app using ((select my_job()) = 'messages');
grant select, insert, update, delete on application_mobile to spean_app;
grant select, insert, delete on message to spean_app;
grant update (state, tries, next_at, ended_at, why) on message to spean_app;
