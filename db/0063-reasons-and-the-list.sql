-- A pass that its holder reported lost was suspended past the history of its status list: no delta told it, and the list only when it was signed anew.
-- The database holds the pass for whoever proves it by three things; its state is changed in the one way in which all states are (src/passes/pass-state.store.ts).
drop function suspend_for_holder(text, date, text);
create function hold_proven_pass(wanted text, born date, follow text) returns table (cell smallint, office text) language sql volatile security definer set search_path = public, pg_temp as $$
  select x.cell, x.office from followed(follow, born) f join pass x on x.cell = f.cell and x.person_id = f.person_id
  where x.number = wanted and x.state = 'active' for update of x
$$;
revoke execute on function hold_proven_pass(text, date, text) from public;
grant execute on function hold_proven_pass(text, date, text) to spean_app;
alter policy written on status_change with check ((select my_account()) is not null or (select my_job()) = 'portal');
alter policy written on status_sequence with check ((select my_account()) is not null or (select my_job()) = 'portal');
alter policy counted on status_sequence with check ((select my_account()) is not null or (select my_job()) = 'portal');

-- What the lists were not told, they are told now.
with untold as (
  select p.status_list as list, p.status_index as index, row_number() over (partition by p.status_list order by p.status_index) as nth
  from pass p where p.state = 'suspended' and p.status_list is not null
    and (select c.status from status_change c where c.list = p.status_list and c.index = p.status_index order by c.seq desc limit 1) is distinct from 2
), counted as (
  insert into status_sequence (list, seq) select list, max(nth) from untold group by list
  on conflict (list) do update set seq = status_sequence.seq + excluded.seq returning list, seq
)
insert into status_change (list, seq, index, status, at)
select u.list, c.seq - max(u.nth) over (partition by u.list) + u.nth, u.index, 2, now() from untold u join counted c on c.list = u.list;

-- Why a pass is suspended or revoked: what whoever did it wrote, or how its holder lost it. Its holder reads it, and whoever decides on it next.
alter table pass add column reason text check (char_length(reason) between 1 and 500);
alter table pass add constraint pass_reason check (reason is null or state in ('suspended', 'revoked'));
update pass set reason = (
  select nullif(left(e.body ->> 'reason', 500), '') from event e where e.subject = pass.number and e.type = case pass.state when 'revoked' then 'PassRevoked' else 'PassSuspended' end
  order by e.recorded_at desc limit 1
) where state in ('suspended', 'revoked');

-- To whoever follows the case.
drop function follow_case(text, date);
create function follow_case(wanted text, born date) returns table (
  state text, kind text, office text, submitted_at timestamptz, paid_at timestamptz, corrected_at timestamptz, fee_amount bigint, fee_currency text, fee_rule text, receipt text,
  reason text, signed boolean, pass_end text, pass_state text, pass_reason text, pass_issued_on date, pass_expires_at timestamptz, pass_extensions smallint
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.state, a.kind, a.office, a.submitted_at, a.paid_at, a.corrected_at, a.fee_amount::bigint, a.fee_currency, a.fee_rule, a.receipt,
    case when a.state in ('incomplete', 'rejected') or (a.state = 'withdrawn' and a.pass_number is not null) then a.reason end, a.pass_number is not null,
    right(x.number, 4), x.state, x.reason, x.issued_on, x.expires_at, x.extension_count
  from followed(wanted, born) f
  join application a on a.cell = f.cell and a.id = f.application
  left join pass x on x.cell = a.cell and x.number = coalesce(a.pass_number, a.subject_pass)
  union all
  select 'draft', case when d.body->>'replaces' <> '' then 'replacement' else 'new' end, d.office, d.made_at, null, null, null, null, null, null, null, false, null, null, null, null, null, null
  from follow_number n join application_draft d on d.id = n.draft
  where n.number = wanted and d.source = 'online' and d.born = follow_case.born
$$;
revoke execute on function follow_case(text, date) from public;
grant execute on function follow_case(text, date) to spean_app;
