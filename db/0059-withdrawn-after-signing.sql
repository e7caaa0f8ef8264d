-- A signed case whose pass was revoked, replaced or ran out before it was handed over is withdrawn (docs/decisions/0060-a-signed-case-is-withdrawn.md).
-- Whoever withdraws is a clerk, who sees no stock: of the booklets, those alone that are bound to a pass of the office, and those are only made spoilt.
create policy withdrawn on booklet to spean_app
  using (pass is not null and office = any ((select my_draft_offices())::text[]))
  with check (pass is not null and state = 'spoilt' and office = any ((select my_draft_offices())::text[]));

-- To whoever follows the case: whether it was signed, and why it was withdrawn after that.
drop function follow_case(text, date);
create function follow_case(wanted text, born date) returns table (
  state text, kind text, office text, submitted_at timestamptz, paid_at timestamptz, corrected_at timestamptz, fee_amount bigint, fee_currency text, fee_rule text, receipt text,
  reason text, signed boolean, pass_end text, pass_state text, pass_issued_on date, pass_expires_at timestamptz, pass_extensions smallint
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.state, a.kind, a.office, a.submitted_at, a.paid_at, a.corrected_at, a.fee_amount::bigint, a.fee_currency, a.fee_rule, a.receipt,
    case when a.state in ('incomplete', 'rejected') or (a.state = 'withdrawn' and a.pass_number is not null) then a.reason end, a.pass_number is not null,
    right(x.number, 4), x.state, x.issued_on, x.expires_at, x.extension_count
  from followed(wanted, born) f
  join application a on a.cell = f.cell and a.id = f.application
  left join pass x on x.cell = a.cell and x.number = coalesce(a.pass_number, a.subject_pass)
  union all
  select 'draft', case when d.body->>'replaces' <> '' then 'replacement' else 'new' end, d.office, d.made_at, null, null, null, null, null, null, null, false, null, null, null, null, null
  from follow_number n join application_draft d on d.id = n.draft
  where n.number = wanted and d.source = 'online' and d.born = follow_case.born
$$;
revoke execute on function follow_case(text, date) from public;
grant execute on function follow_case(text, date) to spean_app;

-- A produced case whose payment was reversed has no day on which it was complete and paid, also where it was corrected: as the counters count it (src/passes/due.rules.ts).
create or replace function office_counts_of_rows() returns table (day date, office text, what text, detail text, n bigint) language sql stable security definer set search_path = public, pg_temp as $$
  select border_day(signed_at), office, 'issued', kind, count(*) from application where signed_at is not null group by 1, 2, 4
  union all select border_day(produced_at), office, 'produced', coalesce(border_day(case when paid_at is not null then greatest(paid_at, corrected_at) end)::text, ''), count(*)
    from application where produced_at is not null group by 1, 2, 4
  union all select border_day(collected_at), office, 'collected', '', count(*) from application where collected_at is not null group by 1, 2
  union all select border_day(closed_at), office, state, coalesce(ground, ''), count(*) from application where closed_at is not null group by 1, 2, 3, 4
$$;
