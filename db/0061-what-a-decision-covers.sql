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
