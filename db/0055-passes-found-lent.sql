-- A genuine pass that a gate found in another hand, told to the office that issued it (docs/decisions/0058-passes-found-lent.md). The office sees neither the movement nor the referral: the point, the hour, and what became of it.
create index referral_lent on referral (occurred_at) where 'pass-lent' = any (reasons);
create function passes_found_lent(wanted text, since timestamptz) returns table (
  movement uuid, pass text, pass_state text, point text, direction text, occurred_at timestamptz, decision text
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.movement, x.number, x.state, r.point, r.direction, r.occurred_at, r.state
  from referral r
  join movement m on m.cell = r.cell and m.id = r.movement and m.made_at = r.made_at and m.undone_at is null
  join pass x on x.cell = r.cell and x.number = m.document_number and x.person_id = r.holder_id and x.issuer = m.document_issuer
  where 'pass-lent' = any (r.reasons) and r.occurred_at >= since and x.office = wanted and x.office like any (my_report_offices())
  order by r.occurred_at desc, r.movement
  limit 200
$$;
revoke execute on function passes_found_lent(text, timestamptz) from public;
grant execute on function passes_found_lent(text, timestamptz) to spean_app;
