-- One number that moves with every change of who may do what. Whoever read a session a moment ago asks only whether it has moved (docs/decisions/0018-recalled-sessions.md).
create table authority_version (
  one     boolean primary key default true check (one),
  version bigint not null
);
insert into authority_version (version) values (1);

-- Triggers, so that no path can forget it. These tables change rarely; the tables of the recording path have none.
create function authority_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update authority_version set version = version + 1;
  return null;
end $$;
create trigger authority_moved after insert or update or delete on role_grant for each statement execute function authority_moved();
create trigger authority_moved after update or delete on staff_account for each statement execute function authority_moved();
create trigger authority_moved after delete or update of account, token, expires_at on session for each statement execute function authority_moved();
grant select on authority_version to spean_identity, spean_recorder;
