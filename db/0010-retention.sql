-- The job that takes away what was kept long enough (src/passes/retention.ts), and the search for people without a case.

-- When a case was closed is in its event.
create policy retention on event for select to spean_app using ((select my_job()) = 'retention' and type in ('ApplicationRejected', 'ApplicationWithdrawn'));
-- A photo is emptied, since its application stays and names it. Row-level security lets nobody but the job change one.
grant update (portrait, chip) on photo to spean_app;
create index application_closed on application (submitted_at) where state in ('rejected', 'withdrawn');
-- A search names the day of birth. Behind row-level security an index on lower(family_name) cannot serve: lower() might tell what it reads.
create index person_birth on person (birth_date);
