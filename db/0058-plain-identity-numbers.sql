-- An identity number is one person's however it was typed: in plain digits, as src/passes/national-id.rules.ts reads it now. What was kept with spaces, dashes, Khmer or Thai digits is made plain; the mark of an erased person stays.
create function plain_identity_number(typed text) returns text language sql immutable as $$
  select translate(regexp_replace(typed, '[\s-]', '', 'g'), '០១២៣៤៥៦៧៨៩๐๑๒๓๔๕๖๗๘๙', '01234567890123456789')
$$;
do $$
begin
  if exists (select 1 from person_key group by plain_identity_number(national_id) having count(*) > 1) then
    raise exception 'two people are registered under one identity number written in two ways: settle which of them it is, then start again';
  end if;
end $$;
update person_key set national_id = plain_identity_number(national_id) where national_id <> plain_identity_number(national_id);
update person set national_id = plain_identity_number(national_id) where national_id <> plain_identity_number(national_id) and national_id <> '—';
drop function plain_identity_number(text);
