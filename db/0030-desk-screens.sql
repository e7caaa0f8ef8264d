-- What the desk's screens show: since when a complaint is in somebody's hands, and how many people alike the clerk said nothing of.
alter table complaint add column taken_at timestamptz;
grant update (taken_at) on complaint to spean_app;

-- As before, and of the people alike those of whom the clerk did not say "another person". Numbers alone.
drop function application_history(smallint[], uuid[]);
create function application_history(cells smallint[], ids uuid[]) returns table (id uuid, refused bigint, suspected bigint, taken_in_hour bigint, near boolean, not_said integer) language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, count(o.id), count(o.id) filter (where o.ground = 'fraud-suspected'),
    coalesce((select sum(c.n) from staff_count_hour c where c.account = a.taken_by and c.day = border_day(a.submitted_at)
      and c.hour = extract(hour from a.submitted_at at time zone interval '+07:00') and c.step = 'submit'), 0),
    n.not_said is not null, coalesce(n.not_said, 0)
  from application a left join application o on o.cell = a.cell and o.person_id = a.person_id and o.id <> a.id and o.state = 'rejected' and o.closed_at <= a.submitted_at
    left join lateral (select jsonb_array_length(e.body->'near'->'notSaid') as not_said from event e
      where e.subject = a.id::text and e.type = 'ApplicationSubmitted' and e.body ? 'near' limit 1) n on true
  where a.cell = any(cells) and a.id = any(ids) group by a.cell, a.id, n.not_said
$$;
revoke execute on function application_history(smallint[], uuid[]) from public;
grant execute on function application_history(smallint[], uuid[]) to spean_app;
