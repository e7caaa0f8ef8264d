-- Every decision against somebody is read by them, with its reason (docs/decisions/0070-who-reads-the-reason.md).

-- What a resident sent online and the office does not take: the draft's words and pictures go, its number answers with the reason.
alter table application_draft add column refused_at timestamptz, add column reason text check (char_length(reason) between 1 and 500),
  add constraint application_draft_refused check ((refused_at is null) = (reason is null) and (refused_at is null or (source = 'online' and photo is null)));
create or replace function move_number(from_draft uuid, to_cell smallint, to_application uuid) returns text language sql volatile security definer set search_path = public, pg_temp as $$
  update follow_number n set cell = to_cell, application = to_application, draft = null from application_draft d
  where n.draft = from_draft and d.id = from_draft and d.refused_at is null and d.office = any (my_draft_offices()) returning n.number
$$;
create or replace function online_waiting(wanted text) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from application_draft where office = wanted and source = 'online' and refused_at is null
$$;

-- To whoever follows the case: why it was withdrawn before the signature too, why a payment was taken back, why what was sent online is not taken.
drop function follow_case(text, date);
create function follow_case(wanted text, born date) returns table (
  state text, kind text, office text, submitted_at timestamptz, paid_at timestamptz, corrected_at timestamptz, fee_amount bigint, fee_currency text, fee_rule text, receipt text,
  reason text, signed boolean, pass_end text, pass_state text, pass_reason text, pass_issued_on date, pass_expires_at timestamptz, pass_extensions smallint,
  reversed_at timestamptz, reversed_reason text, reversed_amount bigint, reversed_currency text, refund_state text
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.state, a.kind, a.office, a.submitted_at, a.paid_at, a.corrected_at, a.fee_amount::bigint, a.fee_currency, a.fee_rule, a.receipt,
    case when a.state in ('incomplete', 'rejected', 'withdrawn') then a.reason end, a.pass_number is not null,
    right(x.number, 4), x.state, x.reason, x.issued_on, x.expires_at, x.extension_count,
    r.reversed_at, r.reason, y.amount::bigint, y.currency, t.state
  from followed(wanted, born) f
  join application a on a.cell = f.cell and a.id = f.application
  left join pass x on x.cell = a.cell and x.number = coalesce(a.pass_number, a.subject_pass)
  left join lateral (select * from payment_reversal v where v.cell = a.cell and v.subject = a.id order by v.reversed_at desc limit 1) r on true
  left join payment y on y.cell = r.cell and y.id = r.payment
  left join refund_task t on t.cell = r.cell and t.payment = r.payment
  union all
  select case when d.refused_at is null then 'draft' else 'rejected' end, case when d.body->>'replaces' <> '' then 'replacement' else 'new' end, d.office, d.made_at,
    null, null, null, null, null, null, d.reason, false, null, null, null, null, null, null, null, null, null, null, null
  from follow_number n join application_draft d on d.id = n.draft
  where n.number = wanted and d.source = 'online' and d.born = follow_case.born
$$;
revoke execute on function follow_case(text, date) from public;
grant execute on function follow_case(text, date) to spean_app;

-- The suspended and revoked passes of whoever is known by a number and the birth date, also of those who have no application here. The cell: the last six bits of the holder's id.
create function stopped_passes(wanted text, born date) returns table (number text, state text, reason text, expires_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select x.number, x.state, x.reason, x.expires_at from contest_holder(wanted, born) h
  join pass x on x.cell = get_byte(uuid_send(h.holder), 15) & 63 and x.person_id = h.holder and x.state in ('suspended', 'revoked')
  order by x.issued_at desc limit 10
$$;
revoke execute on function stopped_passes(text, date) from public;
grant execute on function stopped_passes(text, date) to spean_app;

-- What somebody in charge decided on those who were referred, to whoever proves that it is them (src/stays/follow-record.ts).
create policy holder on referral for select to spean_app using ((select my_job()) = 'portal' and holder_id::text = any ((select cases_in_hand())::text[]));
