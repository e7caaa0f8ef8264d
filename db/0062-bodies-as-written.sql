-- An event keeps its body as it was written, letter for letter: it is written once, at every movement, and hardly ever read inside. As jsonb it was taken apart and put
-- together anew, a quarter of what a movement cost the database (docs/decisions/0065-bodies-as-written.md). Who asks what is in it turns it into jsonb.
alter table event alter column body type json using body::json;

create or replace function contested_verdicts(wanted_cell smallint, ids uuid[], made timestamptz[]) returns table (id uuid, verdict jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, (e.body -> 'verdict')::jsonb from unnest(ids, made) as w(id, made_at)
  join movement m on m.cell = wanted_cell and m.id = w.id and m.made_at = w.made_at
  join event e on e.cell = m.cell and e.id = m.id and e.made_at = m.made_at and e.type = 'MovementRecorded'
  where m.holder_id::text = any ((select cases_in_hand())::text[]) or m.point = any ((select my_overseen_points())::text[]) or (select reads_all_movements())
$$;

create or replace function application_history(cells smallint[], ids uuid[])
returns table (id uuid, refused bigint, suspected bigint, taken_in_hour bigint, searches jsonb, identity_corrected boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    coalesce(n.searches, '[]'), coalesce(i.corrected, false)
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
    left join lateral (select jsonb_agg(e.body -> 'near' order by e.recorded_at, e.id) as searches from event e
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected') and e.body::jsonb ? 'near') n on true
    left join lateral (select true as corrected from event e where e.subject = a.id::text and e.type = 'ApplicationCorrected' and e.body::jsonb ? 'identity' limit 1) i on true
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id, n.searches, i.corrected
$$;

create or replace function near_of_case(case_cell smallint, case_id uuid, cells smallint[], persons uuid[])
returns table (id uuid, local_name text, given_name text, family_name text, birth_date date, sex smallint, national_id text, home_area text, family_book text, portrait bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.local_name, p.given_name, p.family_name, p.birth_date, p.sex, p.national_id, p.home_area, p.family_book, f.portrait
  from application a
    cross join lateral unnest(cells[1:20], persons[1:20]) as wanted(cell, id)
    join person p on p.cell = wanted.cell and p.id = wanted.id and p.national_id <> '—'
    left join lateral (select t.portrait from photo t where t.cell = p.cell and t.person_id = p.id and octet_length(t.portrait) > 0 order by t.taken_at desc limit 1) f on true
  where a.cell = case_cell and a.id = case_id
    and a.office like any (my_places(array['reviewer', 'governor', 'deputy-governor']) || below(my_places(array['provincial-officer', 'provincial-governor'])))
    and exists (select 1 from event e cross join lateral (select (e.body -> 'near')::jsonb as near) s
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected')
        and ((s.near -> 'otherPeople') @> jsonb_build_array(jsonb_build_object('id', p.id::text))
          or (s.near -> 'notSaid') @> jsonb_build_array(jsonb_build_object('id', p.id::text))))
$$;
