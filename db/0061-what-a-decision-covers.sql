-- A decision covers what it judged, and nothing after it (docs/decisions/0062-what-a-decision-covers.md).

-- An accepted rebuttal finds a stay lawful through a day; whoever is still there after it is late again.
alter table rebuttal add column lawful_through date;
update rebuttal r set lawful_through = least((r.decided_at at time zone interval '+07:00')::date, (
  select (s.closed_at at time zone interval '+07:00')::date from stay s
  where s.cell = r.cell and s.holder_id = r.holder_id and s.number = r.stay and coalesce(s.opened_by, s.closed_by) = r.stay_began))
where r.effect = 'lawful';
alter table rebuttal add check ((effect is not distinct from 'lawful') = (lawful_through is not null));
alter table stay add column lawful_through date;
update stay s set lawful_through = coalesce(
  (select r.lawful_through from rebuttal r where r.cell = s.cell and r.id = s.lawful_by), (s.closed_at at time zone interval '+07:00')::date, s.lawful_until, current_date)
where s.lawful_by is not null;
alter table stay add check ((lawful_by is null) = (lawful_through is null));
grant update (lawful_through) on stay, rebuttal to spean_app;

-- Whom the point let pass as the true holder was no finding of a lent pass (docs/decisions/0058-passes-found-lent.md), unless somebody in charge contested that. The office is told how many were cleared.
drop function passes_found_lent(text, timestamptz);
-- Every pass of the office whose bearer's face a gate said was another's; asked by the two below alone.
create function faces_that_differed(wanted text, since timestamptz) returns table (
  movement uuid, pass text, pass_state text, point text, direction text, occurred_at timestamptz, decision text, contested boolean, cleared boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.movement, x.number, x.state, r.point, r.direction, r.occurred_at, r.state, r.confirm = 'contested', r.state = 'let-pass' and r.confirm <> 'contested'
  from referral r
  join movement m on m.cell = r.cell and m.id = r.movement and m.made_at = r.made_at and m.undone_at is null
  join pass x on x.cell = r.cell and x.number = m.document_number and x.person_id = r.holder_id and x.issuer = m.document_issuer
  where 'pass-lent' = any (r.reasons) and r.occurred_at >= since and x.office = wanted and x.office like any (my_report_offices())
$$;
create function passes_found_lent(wanted text, since timestamptz) returns table (
  movement uuid, pass text, pass_state text, point text, direction text, occurred_at timestamptz, decision text, contested boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select movement, pass, pass_state, point, direction, occurred_at, decision, contested
  from faces_that_differed(wanted, since) where not cleared order by occurred_at desc, movement limit 200
$$;
create function passes_cleared(wanted text, since timestamptz) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from faces_that_differed(wanted, since) where cleared
$$;
revoke execute on function faces_that_differed(text, timestamptz), passes_found_lent(text, timestamptz), passes_cleared(text, timestamptz) from public;
grant execute on function passes_found_lent(text, timestamptz), passes_cleared(text, timestamptz) to spean_app;
