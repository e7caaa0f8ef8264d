-- The vehicle sheet and the goods sheet: who crossed in which vehicle, and with what (docs/decisions/0036-sheets-are-replaced.md).
-- A sheet is never changed. A correction is a new sheet that names the one it replaces; of the old one only `replaced_by` is set, once.

create table vehicle_sheet (
  -- Of the sheet's own id: a vehicle belongs to no holder.
  cell           smallint not null,
  id             uuid not null,
  -- The first of its corrections, itself when it is the first: goods hang on that, and stay with the vehicle when its sheet is corrected.
  root           uuid not null,
  replaces       uuid,
  replaced_by    uuid,
  point          text not null,
  lane           text not null,
  direction      text not null check (direction in ('exit', 'entry')),
  occurred_at    timestamptz not null,
  day            date not null,
  class          text not null constraint vehicle_sheet_class_check check (class in ('bicycle', 'handcart', 'motorcycle', 'tricycle', 'car', 'pickup', 'van', 'minibus', 'bus', 'truck', 'trailer-truck', 'tractor', 'other')),
  wheels         smallint not null check (wheels between 1 and 99),
  -- As written, and in its one form (src/kernel/plate.ts).
  plate          text check (length(plate) between 1 and 40),
  plate_state    text constraint vehicle_sheet_plate_state_check check (plate_state in ('KH', 'TH', 'LA', 'VN', 'other')),
  plate_normal   text,
  plate_province text,
  trailer        text check (length(trailer) between 1 and 40),
  trailer_normal text,
  trailer_province text,
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (cell, id),
  check ((plate is null) = (plate_state is null) and (plate is null) = (plate_normal is null)),
  check (trailer is null or plate is not null),
  check ((trailer is null) = (trailer_normal is null))
);
create index vehicle_sheet_day on vehicle_sheet (point, day, id);
create index vehicle_sheet_plate on vehicle_sheet (plate_normal) where plate_normal is not null;

-- Who rode, by their movements. The cell is the movement's.
create table vehicle_sheet_rider (
  cell     smallint not null,
  movement uuid not null,
  sheet    uuid not null,
  point    text not null,
  seat     text not null check (seat in ('driver', 'passenger')),
  current  boolean not null,
  primary key (cell, movement, sheet)
);
-- A movement stands on one sheet, whoever writes two at once.
create unique index vehicle_sheet_rider_once on vehicle_sheet_rider (cell, movement) where current;
create index vehicle_sheet_rider_sheet on vehicle_sheet_rider (sheet);

create table goods_sheet (
  -- Of the movement, or of the vehicle sheet that came first.
  cell        smallint not null,
  id          uuid not null,
  movement    uuid,
  vehicle     uuid,
  replaces    uuid,
  replaced_by uuid,
  point       text not null,
  direction   text not null check (direction in ('exit', 'entry')),
  day         date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (cell, id),
  check ((movement is null) <> (vehicle is null))
);
create unique index goods_sheet_movement_once on goods_sheet (cell, movement) where replaced_by is null and movement is not null;
create unique index goods_sheet_vehicle_once on goods_sheet (cell, vehicle) where replaced_by is null and vehicle is not null;
create index goods_sheet_day on goods_sheet (point, day, id);

create table goods_line (
  cell      smallint not null,
  sheet     uuid not null,
  line      smallint not null check (line between 1 and 60),
  point     text not null,
  chapter   text not null check (chapter ~ '^[0-9]{2}$' and chapter between '01' and '97' and chapter <> '77'),
  nature    text not null check (nature in ('seen', 'declared')),
  quantity  numeric(14, 3) not null check (quantity > 0 and quantity <= 100000000),
  unit      text not null constraint goods_line_unit_check check (unit in ('kg', 't', 'l', 'piece', 'head', 'm3', 'box', 'bag')),
  value     numeric(16, 2) not null check (value >= 0 and value <= 1000000000000),
  currency  text not null constraint goods_line_currency_check check (currency in ('KHR', 'THB', 'USD')),
  customs_reference text check (length(customs_reference) between 1 and 40),
  photo     bytea,
  primary key (cell, sheet, line)
);

-- Exact counts, written in the transaction of the sheet. `shard` is the sheet's cell modulo 8: two sheets seldom wait for one row; readers sum.
create table vehicle_count_day (
  shard     smallint not null,
  point     text not null,
  day       date not null,
  class     text not null,
  direction text not null,
  n         int not null,
  primary key (shard, point, day, class, direction)
);
create table goods_quantity_day (
  shard     smallint not null,
  point     text not null,
  day       date not null,
  chapter   text not null,
  direction text not null,
  nature    text not null,
  unit      text not null,
  n         int not null,
  quantity  numeric not null,
  primary key (shard, point, day, chapter, direction, nature, unit)
);
create table goods_value_day (
  shard     smallint not null,
  point     text not null,
  day       date not null,
  chapter   text not null,
  direction text not null,
  nature    text not null,
  currency  text not null,
  n         int not null,
  value     numeric not null,
  primary key (shard, point, day, chapter, direction, nature, currency)
);

do $$
declare name text;
begin
  foreach name in array array['vehicle_sheet', 'vehicle_sheet_rider', 'goods_sheet', 'goods_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
    -- As movements: read at one's own point, or in the whole state; written at one's own point.
    execute format('create policy seen on %I for select to spean_app using (point = any ((select my_points())::text[]) or (select reads_all_movements()))', name);
    execute format('create policy written on %I for insert to spean_app with check (point = any ((select my_points())::text[]))', name);
    execute format('grant select, insert on %I to spean_app', name);
  end loop;
  foreach name in array array['vehicle_sheet', 'vehicle_sheet_rider', 'goods_sheet'] loop
    execute format('create policy replaced on %I for update to spean_app using (point = any ((select my_points())::text[]))', name);
  end loop;
end $$;
grant update (replaced_by) on vehicle_sheet, goods_sheet to spean_app;
grant update (current) on vehicle_sheet_rider to spean_app;
grant select, insert, update on vehicle_count_day, goods_quantity_day, goods_value_day to spean_app;
grant select on vehicle_count_day, goods_quantity_day, goods_value_day to spean_reader;
