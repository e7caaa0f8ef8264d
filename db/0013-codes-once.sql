-- A code counts once (RFC 6238 §5.2): the time step of the last one that was taken. No code of that step or an earlier one is taken again.
alter table two_factor add column last_step bigint check (last_step >= 0);
