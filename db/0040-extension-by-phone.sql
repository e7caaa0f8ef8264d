-- A holder begins an extension by phone: the same case as the desk's, for whoever gives a follow number and the birth date together (docs/decisions/0046-extension-by-phone.md).
-- The pass that a follow number leads to, with what the rule asks of it and of its holder. No name, no identity number.
create function extension_subject(wanted text, born date) returns table (
  cell smallint, number text, state text, model text, office text, expires_at timestamptz, extensions smallint, nationality text, home_area text, guarded boolean, waits boolean, begun text
) language sql stable security definer set search_path = public, pg_temp as $$
  select x.cell, x.number, x.state, x.model, x.office, x.expires_at, x.extension_count, p.nationality, p.home_area, p.guardian is not null, o.id is not null,
    case when o.kind = 'extension' and o.subject_pass = x.number then o.follow_number end
  from followed(wanted, born) f
  join application a on a.cell = f.cell and a.id = f.application
  join pass x on x.cell = a.cell and x.person_id = f.person_id and x.number = coalesce(a.pass_number, a.subject_pass)
  join person p on p.cell = f.cell and p.id = f.person_id
  left join application o on o.cell = f.cell and o.person_id = f.person_id and o.state in ('submitted', 'incomplete', 'paid', 'under-review', 'approved')
$$;
-- Holds that pass, as every command about it does: of ten at once the first begins, and the others see that it did.
create function hold_extension_subject(wanted text, born date) returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from followed(wanted, born) f
    join application a on a.cell = f.cell and a.id = f.application
    join pass x on x.cell = a.cell and x.person_id = f.person_id and x.number = coalesce(a.pass_number, a.subject_pass)
    for update of x;
  return 1;
end $$;
-- The same command before: its number, to whoever sent the very same, and to nobody else. No row: it is new.
create function extension_again(wanted uuid, made timestamptz, sent text) returns table (number text) language sql stable security definer set search_path = public, pg_temp as $$
  select case when e.type = 'ApplicationSubmitted' and e.body->>'said' = sent then a.follow_number end
  from event e left join application a on a.cell = e.cell and a.id::text = e.subject
  where e.id = wanted and e.made_at = made
$$;
-- Enters the case, its number and a copy of the photo that the pass bears: proved again here, about nobody's pass but the holder's, in the first state and with nothing paid. False: the number is taken.
create function begin_extension(wanted text, born date, fresh uuid, fresh_photo uuid, fresh_number text, at timestamptz, amount integer, currency text, rule text)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare x record;
begin
  select p.cell, p.person_id, p.number, p.office, i.portrait, i.chip, i.taken_at into x
    from followed(wanted, born) f
    join application a on a.cell = f.cell and a.id = f.application
    join pass p on p.cell = a.cell and p.person_id = f.person_id and p.number = coalesce(a.pass_number, a.subject_pass) and p.state = 'active'
    join application s on s.cell = p.cell and s.id = p.application_id
    join photo i on i.cell = s.cell and i.id = s.photo_id;
  if not found then raise exception 'no pass to extend'; end if;
  insert into follow_number (number, cell, application) values (fresh_number, x.cell, fresh) on conflict do nothing;
  if not found then return false; end if;
  insert into photo (cell, id, person_id, portrait, chip, taken_at) values (x.cell, fresh_photo, x.person_id, x.portrait, x.chip, x.taken_at);
  insert into application (cell, id, person_id, photo_id, office, state, submitted_at, fee_amount, fee_currency, fee_rule, taken_by, follow_number, kind, subject_pass, papers)
    values (x.cell, fresh, x.person_id, fresh_photo, x.office, 'submitted', at, amount, currency, rule, 'holder', fresh_number, 'extension', x.number, '{}');
  return true;
end $$;

do $$
declare name text;
begin
  foreach name in array array['extension_subject(text, date)', 'hold_extension_subject(text, date)', 'extension_again(uuid, timestamptz, text)',
    'begin_extension(text, date, uuid, uuid, text, timestamptz, integer, text, text)'] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to spean_app', name);
  end loop;
end $$;
