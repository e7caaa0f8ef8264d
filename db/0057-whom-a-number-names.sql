-- A typed number names nobody. While the watchlist has entries, the recorder asks whom it names: this one number's, never a list of people.
create function bearer_of(wanted text) returns table (local_name text, given_name text, family_name text, sex smallint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select p.local_name, p.given_name, p.family_name, p.sex
    from pass_number n join person p on p.cell = n.cell and p.id = n.person_id
    where n.number = wanted;
end $$;
revoke execute on function bearer_of(text) from public;
grant execute on function bearer_of(text) to spean_recorder;
