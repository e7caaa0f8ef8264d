-- Orders are issued and ended by people: an order that was taken back before it began ends at its start. The paper behind one is kept as it came.
alter table crossing_order drop constraint crossing_order_check;
alter table crossing_order add constraint crossing_order_times check (ends_at >= starts_at);

create function issues_orders() returns boolean language sql stable as $$
  select cardinality(my_places(array['provincial-officer', 'provincial-governor', 'interior-desk'])) > 0
$$;
-- The whole border is the ministry's; a province's officers speak for points that lie in it.
create function my_order_points(wanted text[]) returns boolean language sql stable as $$
  select cardinality(my_places(array['interior-desk'])) > 0
    or (wanted is not null and not exists (
      select 1 from unnest(wanted) as p where not exists (
        select 1 from crossing_point_fact f
        where f.point = p and f.kind = 'area' and (f.value #>> '{}') like any (below(my_places(array['provincial-officer', 'provincial-governor']))))))
$$;
create policy issued on crossing_order for insert to spean_app with check (issued_by = (select my_account()) and (select issues_orders()) and my_order_points(points));
create policy ended on crossing_order for update to spean_app using (my_order_points(points)) with check (my_order_points(points) and ended_by is not null);
grant insert, update (ends_at, ended_at, ended_by, ended_why, superseded_by) on crossing_order to spean_app;

create policy ordered on instrument for insert to spean_app with check ((select issues_orders()));

-- The file of a paper: a PDF or a picture, never changed. One paper may have several: pages, a later and better copy.
create table instrument_paper (
  instrument text not null references instrument,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  type       text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes      bytea not null check (length(bytes) between 1 and 10000000),
  kept_at    timestamptz not null,
  kept_by    text not null,
  primary key (instrument, sha256)
);
alter table instrument_paper enable row level security;
alter table instrument_paper force row level security;
do $$ begin execute format('create policy migrator on instrument_paper to %I using (true) with check (true)', current_user); end $$;
-- Whoever works here may look: signatures and stamps are not for the public.
create policy staff on instrument_paper for select to spean_app using ((select my_account()) is not null);
create policy kept on instrument_paper for insert to spean_app with check (kept_by = (select my_account()) and (select issues_orders()));
grant select, insert on instrument_paper to spean_app;

-- A preview reads the movements of four weeks by the read-only login, a day at a time. A range index costs the recorder next to nothing.
create index event_made on event using brin (made_at) with (pages_per_range = 32);
