-- Whom a case's person was like stays with the case: every search that its steps made, in their order. What follows from them is a rule (src/passes/likeness.rules.ts,
-- docs/decisions/0061-a-likeness-stays.md): a corrected name takes nobody away who was found before.
drop function application_history(smallint[], uuid[]);
create function application_history(cells smallint[], ids uuid[]) returns table (id uuid, refused bigint, suspected bigint, taken_in_hour bigint, searches jsonb, identity_corrected boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    coalesce(n.searches, '[]'), coalesce(i.corrected, false)
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
    left join lateral (select jsonb_agg(e.body->'near' order by e.recorded_at, e.id) as searches from event e
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected') and e.body ? 'near') n on true
    left join lateral (select true as corrected from event e where e.subject = a.id::text and e.type = 'ApplicationCorrected' and e.body ? 'identity' limit 1) i on true
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id, n.searches, i.corrected
$$;
revoke execute on function application_history(smallint[], uuid[]) from public;
grant execute on function application_history(smallint[], uuid[]) to spean_app;

-- Those people with their newest photo, for whoever reviews and signs the case: they may be of another office. Only whom a search of this very case found.
create function near_of_case(case_cell smallint, case_id uuid, cells smallint[], persons uuid[])
returns table (id uuid, local_name text, given_name text, family_name text, birth_date date, sex smallint, national_id text, home_area text, family_book text, portrait bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.local_name, p.given_name, p.family_name, p.birth_date, p.sex, p.national_id, p.home_area, p.family_book, f.portrait
  from application a
    cross join lateral unnest(cells[1:20], persons[1:20]) as wanted(cell, id)
    join person p on p.cell = wanted.cell and p.id = wanted.id and p.national_id <> '—'
    left join lateral (select t.portrait from photo t where t.cell = p.cell and t.person_id = p.id and octet_length(t.portrait) > 0 order by t.taken_at desc limit 1) f on true
  where a.cell = case_cell and a.id = case_id
    and a.office like any (my_places(array['reviewer', 'governor', 'deputy-governor']) || below(my_places(array['provincial-officer', 'provincial-governor'])))
    and exists (select 1 from event e
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected') and e.body ? 'near'
        and ((e.body->'near'->'otherPeople') @> jsonb_build_array(jsonb_build_object('id', p.id::text))
          or (e.body->'near'->'notSaid') @> jsonb_build_array(jsonb_build_object('id', p.id::text))))
$$;
revoke execute on function near_of_case(smallint, uuid, smallint[], uuid[]) from public;
grant execute on function near_of_case(smallint, uuid, smallint[], uuid[]) to spean_app;

-- Who says something of a leaked key reaches its office, as with a mass revocation (db/0009, db/0052): with the program's own check forgotten, nobody proposes, confirms or withdraws about an office that is not theirs to revoke for.
alter policy proposed on leaked_key
  with check (office like any ((select my_revocation_places())::text[]) and proposed_by = (select my_account()) and confirmed_by is null and withdrawn_by is null);
alter policy confirmed on leaked_key
  using (confirmed_by is null and withdrawn_by is null and office like any ((select my_revocation_places())::text[]))
  with check (confirmed_by = (select my_account()));
alter policy withdrawn on leaked_key
  using (confirmed_by is null and withdrawn_by is null and office like any ((select my_revocation_places())::text[]))
  with check (withdrawn_by = (select my_account()));
