-- Is the person in hand known by this one case alone: no other case and no pass, at any office? Only then may a correction change the number or the birthday that they are known by (docs/decisions/0054-a-wrong-number-is-corrected.md).
create function known_by_case_alone(wanted_cell smallint, wanted_person uuid, wanted_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from person p where p.cell = wanted_cell and p.id = wanted_person and p.national_id = any ((select cases_in_hand())::text[]))
    and not exists (select 1 from application a where a.cell = wanted_cell and a.person_id = wanted_person and a.id <> wanted_case)
    and not exists (select 1 from pass x where x.cell = wanted_cell and x.person_id = wanted_person)
$$;
revoke execute on function known_by_case_alone(smallint, uuid, uuid) from public;
grant execute on function known_by_case_alone(smallint, uuid, uuid) to spean_app;

-- People alike are looked for again when who somebody is was corrected: the latest answer stands. And that it was corrected is a reason to look twice.
drop function application_history(smallint[], uuid[]);
create function application_history(cells smallint[], ids uuid[]) returns table (id uuid, refused bigint, suspected bigint, taken_in_hour bigint, near boolean, not_said integer, identity_corrected boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    coalesce(n.said + n.not_said, 0) > 0, coalesce(n.not_said, 0), coalesce(i.corrected, false)
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
    left join lateral (select jsonb_array_length(e.body->'near'->'otherPeople') as said, jsonb_array_length(e.body->'near'->'notSaid') as not_said from event e
      where e.subject = a.id::text and e.type in ('ApplicationSubmitted', 'ApplicationCorrected') and e.body ? 'near' order by e.recorded_at desc, e.id desc limit 1) n on true
    left join lateral (select true as corrected from event e where e.subject = a.id::text and e.type = 'ApplicationCorrected' and e.body ? 'identity' limit 1) i on true
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id, n.said, n.not_said, i.corrected
$$;
revoke execute on function application_history(smallint[], uuid[]) from public;
grant execute on function application_history(smallint[], uuid[]) to spean_app;
