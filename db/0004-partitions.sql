-- Engine file: what is Postgres' own way of partitions and indexes. Months are added by the program (src/movements/partitions.ts).
create table movement_default partition of movement default;
create table event_default partition of event default;
create index movement_occurred on movement using brin (occurred_at) with (pages_per_range = 32);
create index movement_holder on movement (cell, holder_id);
create index event_id on event (id);
create index event_subject on event (subject);
