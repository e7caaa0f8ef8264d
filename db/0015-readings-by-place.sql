-- Somebody with roles at two places reads one record by each: both chiefs see it, so the place belongs to the key.
alter table person_read drop constraint person_read_pkey;
alter table person_read add primary key (day, account, subject, place);
