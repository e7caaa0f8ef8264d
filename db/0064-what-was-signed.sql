-- Who corrected a case has made it too, and does not check or print it (src/passes/separation.rules.ts). Of the cases of before, as their events tell.
alter table application add column corrected_accounts text[] not null default '{}';
update application a set corrected_accounts = told.accounts from (
  select subject, array_agg(distinct actor) as accounts from event where type = 'ApplicationCorrected' group by subject
) told where told.subject = a.id::text;

-- A case that goes to another office takes along what a clerk had typed for its correction: the office that left it sees the case no more, and the other one could keep nothing under its id.
create function place_corrections(cells smallint[], applications uuid[]) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update application_draft d set office = a.office from application a
  where a.cell = any (cells) and a.id = any (applications) and d.id = a.id and d.source = 'correction' and d.office <> a.office
$$;
revoke execute on function place_corrections(smallint[], uuid[]) from public;
grant execute on function place_corrections(smallint[], uuid[]) to spean_app;
select place_corrections(array_agg(distinct a.cell), array_agg(a.id)) from application a join application_draft d on d.id = a.id and d.source = 'correction' and d.office <> a.office;

-- A case whose payment was taken back has its days anew from then on.
create policy lapse on payment_reversal for select to spean_app using ((select my_job()) = 'lapse');

-- A pass is issued once, in the month and by the office that signed it first: signing it anew when it is extended moved it out of the month in which it had been counted.
create or replace function passes_issued(wanted text) returns table (month text, issued bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select to_char(border_day(signed_at), 'YYYY-MM'), count(*) from application where office like wanted and signed_at is not null and kind <> 'extension' group by 1 order by 1
$$;
