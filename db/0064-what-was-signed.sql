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

-- A signer is told of a pass of the person that was revoked, or is suspended for another reason than loss.
drop function application_history(smallint[], uuid[]);
create function application_history(cells smallint[], ids uuid[])
returns table (id uuid, refused bigint, suspected bigint, stopped bigint, taken_in_hour bigint, searches jsonb, identity_corrected boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    (select count(*) from pass x where x.cell = a.cell and x.person_id = a.person_id
      and (x.state = 'revoked' or (x.state = 'suspended' and coalesce(x.reason, '') not in ('lost', 'stolen')))),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    coalesce(n.searches, '[]'), coalesce(i.corrected, false)
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
    left join lateral (select jsonb_agg(e.body -> 'near' order by e.recorded_at, e.id) as searches from event e
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected') and e.body::jsonb ? 'near') n on true
    left join lateral (select true as corrected from event e where e.subject = a.id::text and e.type = 'ApplicationCorrected' and e.body::jsonb ? 'identity' limit 1) i on true
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id, n.searches, i.corrected
$$;
revoke execute on function application_history(smallint[], uuid[]) from public;
grant execute on function application_history(smallint[], uuid[]) to spean_app;
