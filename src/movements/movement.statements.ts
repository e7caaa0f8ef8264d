/** The recording path's two statements, written by hand (docs/performance.md). Each takes whole batches as json (a fifth cheaper to take apart than jsonb, which is made first); every table is changed at most once. */

/** $1 the batch; $2 and $3 the earliest and latest made_at in it, by which partitions of other months are left out before the statement starts. $4 order ids, $5 points, $6 days, side by side: whose sessions' places taken so far are told in the first row. */
const loading = ({ beside = '', besideOf = '' } = {}): string => `
select i.ord, p.office as issuing_area, b.birth_date, r.movement as referral, r.occurred_at as referred_at,
       w.local_name, w.given_name, w.family_name, w.sex,
       d.point as decided_point, d.occurred_at as decided_at, d.direction as decided_direction, d.reasons as decided_reasons, d.hits as decided_hits,
       (select version from authority_version) as authority_version,
       p.cell as pass_cell, p.person_id, p.state as pass_state, p.nationality, p.issuer,
       to_char(p.expires_at at time zone 'UTC' + interval '7 hours' - interval '1 second', 'YYYY-MM-DD') as last_day, p.handed_over_at is not null as handed_over,
       s.cell as stay_cell, s.number, s.state, s.opened_by, s.opened_at, s.opened_point, s.lawful_until, s.lawful_through, s.closed_by, s.closed_at, s.closed_point, s.version,
${beside}       e.body as previous,
       case when i.ord = 0 then (
         select jsonb_agg(to_jsonb(t)) from (
           select q.order_id, q.point, q.day, q.session, q.taken from unnest($4::text[], $5::text[], $6::date[]) as a(order_id, point, day)
           join session_place q on q.order_id = a.order_id and q.point = a.point and q.day = a.day) t) end as places
from json_to_recordset($1::json) as i(ord int, id uuid, made_at timestamptz, number text, cell smallint, holder uuid, decided uuid, unnamed bool${besideOf})
left join pass_number n on n.number = i.number
left join lateral (select cell, person_id, state, office, nationality, issuer, expires_at, handed_over_at from pass where pass.cell = n.cell and pass.number = n.number limit 1) p on true
left join lateral (select birth_date from person where person.cell = p.cell and person.id = p.person_id limit 1) b on true
left join lateral (select * from bearer_of(n.number) where i.unnamed) w on true
left join lateral (
  select movement, occurred_at from referral
  where referral.cell = coalesce(n.cell, i.cell) and referral.holder_id = coalesce(n.person_id, i.holder) and referral.state = 'open'
  order by referral.occurred_at desc limit 1) r on true
left join lateral (
  select point, occurred_at, direction, reasons, hits from referral
  where referral.cell = coalesce(n.cell, i.cell) and referral.movement = i.decided and referral.holder_id = coalesce(n.person_id, i.holder)
    and referral.state = 'let-pass' and referral.confirm <> 'contested' and referral.used_by is null limit 1) d on true
left join lateral (
  select * from stay
  where stay.cell = coalesce(n.cell, i.cell) and stay.holder_id = coalesce(n.person_id, i.holder)
  order by stay.cell desc, stay.holder_id desc, stay.number desc limit 1) s on true
left join lateral (
  select body from event
  where event.id = i.id and event.made_at = i.made_at and event.made_at between $2 and $3 limit 1) e on true`

/** For a batch in which everything is told as it happens. */
export const loadStatement = { name: 'movement-load', text: loading() }

/** For one in which something is told later: of what happened before the holder's latest, also which of theirs, there and that way, was nearest in time. */
export const loadLateStatement = {
  name: 'movement-load-late',
  text: loading({
    besideOf: ', late_at timestamptz, point text, direction text',
    beside: `
       case when i.late_at < coalesce(s.closed_at, s.opened_at) then (
         select json_build_object('movement', m.id, 'ms', (extract(epoch from m.occurred_at) * 1000)::bigint, 'point', m.point, 'direction', m.direction)
         from movement m where m.cell = coalesce(n.cell, i.cell) and m.holder_id = coalesce(n.person_id, i.holder)
           and m.made_at between $2::timestamptz - interval '1 day' and $3::timestamptz + interval '1 day'
           and m.point = i.point and m.direction = i.direction and m.outcome like 'admit%' and m.undone_at is null
         order by abs(extract(epoch from m.occurred_at - i.late_at)) limit 1) end as beside,`,
  }),
}

/** $2 what each movement says of itself, $3 its event's body, a line each in the same order; a repeat has no outcome, and only its event is kept.
 *  $12 stays that a way home found over, with their versions: an undoing may open one again (of going out, the index of open stays says so). */
export const saveStatement = {
  name: 'movement-save',
  text: `
with said as (
  select * from rows from (json_to_recordset($2::json) as (cell smallint, id uuid, made_at timestamptz, recorded_at timestamptz, holder_id uuid, point text, actor text, occurred_at timestamptz,
    document_issuer text, document_number text, lane text, direction text, outcome text, rules text[], law_version int, stay_number int, plate text,
    vehicle_class text, vehicle_wheels smallint, purpose text), string_to_table($3, E'\\n')) as v(cell, id, made_at, recorded_at, holder_id, point, actor, occurred_at,
    document_issuer, document_number, lane, direction, outcome, rules, law_version, stay_number, plate, vehicle_class, vehicle_wheels, purpose, body)),
saved_stay as (
  insert into stay as t (cell, holder_id, number, state, opened_by, opened_at, opened_point, lawful_until, closed_by, closed_at, closed_point, version, document_kind, document_issuer, document_number, nationality, issuing_area)
  select * from json_to_recordset($1::json) as v(cell smallint, holder_id uuid, number int, state text, opened_by uuid, opened_at timestamptz,
    opened_point text, lawful_until date, closed_by uuid, closed_at timestamptz, closed_point text, version int,
    document_kind text, document_issuer text, document_number text, nationality text, issuing_area text)
  on conflict (cell, holder_id, number) do update
    set state = excluded.state, closed_by = excluded.closed_by, closed_at = excluded.closed_at, closed_point = excluded.closed_point, version = excluded.version
    where t.version = excluded.version - 1 and t.opened_by is not distinct from excluded.opened_by
  returning t.version > 1 and t.xmax = 0 as was_gone),
stood as (
  select 1 from json_to_recordset($12::json) as v(cell smallint, holder_id uuid, number int, version int)
  join stay l on l.cell = v.cell and l.holder_id = v.holder_id and l.number = v.number and l.version = v.version for share of l),
saved_movement as (
  insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, document_issuer, document_number, point, lane, direction, outcome, rules, law_version, stay_number, plate, vehicle_class, vehicle_wheels, purpose)
  select cell, id, made_at, occurred_at, recorded_at, holder_id, document_issuer, document_number, point, lane, direction, outcome, rules, law_version, stay_number, plate, vehicle_class, vehicle_wheels, purpose
  from said where outcome is not null),
saved_event as (
  insert into event (cell, id, made_at, type, subject, actor, recorded_at, body, place)
  select cell, id, made_at, case when outcome is null then 'MovementRepeated' else 'MovementRecorded' end, holder_id, actor, recorded_at, body::json, point from said),
counted_day as (
  insert into movement_count_day as c (shard, point, day, direction, outcome, n)
  select $4, v.* from json_to_recordset($5::json) as v(point text, day date, direction text, outcome text, n int)
  on conflict (shard, point, day, direction, outcome) do update set n = c.n + excluded.n),
counted_month as (
  insert into movement_count_month as c (shard, point, month, direction, outcome, n)
  select $4, v.point, date_trunc('month', v.day)::date, v.direction, v.outcome, sum(v.n)::int
  from json_to_recordset($5::json) as v(point text, day date, direction text, outcome text, n int)
  group by 2, 3, 4, 5
  on conflict (shard, point, month, direction, outcome) do update set n = c.n + excluded.n),
saved_referral as (
  insert into referral (cell, movement, made_at, holder_id, point, lane, direction, occurred_at, reasons, recorded_by, hits, state)
  select v.*, 'open' from json_to_recordset($7::json) as v(cell smallint, movement uuid, made_at timestamptz, holder_id uuid, point text, lane text, direction text,
    occurred_at timestamptz, reasons text[], recorded_by text, hits text[])),
used_decision as (
  update referral r set used_by = v.used_by from json_to_recordset($10::json) as v(cell smallint, movement uuid, used_by uuid)
  where r.cell = v.cell and r.movement = v.movement and r.state = 'let-pass' and r.confirm <> 'contested' and r.used_by is null
  returning 1),
taken_place as (
  insert into session_place as p (order_id, point, day, session, taken, places)
  select * from json_to_recordset($8::json) as v(order_id text, point text, day date, session smallint, taken int, places int)
  on conflict (order_id, point, day, session) do update set taken = p.taken + excluded.taken where p.taken + excluded.taken <= p.places
  returning 1)
-- A stay that another lane changed first, or that was undone or opened again meanwhile, a place or a decision that another took: the division fails, and with it the whole statement. Nothing was written; the batch is decided again.
select 1 / (case when (select count(*) from saved_stay where not was_gone) = $6 and (select count(*) from taken_place) = $9
  and (select count(*) from used_decision) = $11 and (select count(*) from stood) = $13 then 1 else 0 end) as all_saved`,
}

/** What events keep of movements, by their ids and the moments in those, of which $3 is the first and $4 the last. */
export const recordedStatement = `
select e.id, e.body from unnest($1::uuid[], $2::timestamptz[]) as i (id, made_at)
cross join lateral (select id, body from event where event.id = i.id and event.made_at = i.made_at and event.made_at between $3 and $4
  and event.type = 'MovementRecorded' limit 1) e`

/** SQLSTATE of that division: another transaction changed a stay first. */
export const lostRaceState = '22012'
/** SQLSTATE of a broken unique rule: the same id was written meanwhile. */
export const duplicateState = '23505'
