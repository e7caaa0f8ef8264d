-- Legal texts, the law's parameters, areas, crossing points, offices, mandates: dated rows that name their instrument.

create table instrument (
  id            text primary key,
  kind          text not null check (kind in ('agreement', 'notice', 'order', 'decision', 'publication')),
  title         jsonb not null,
  issuer        text not null,
  signed_on     date,
  in_force_from date not null,
  source        text not null
);

-- A version of an agreement's parameters is never changed: a verdict names the version that decided it.
create table law (
  agreement text not null,
  version   int not null check (version > 0),
  sha256    text not null,
  body      jsonb not null,
  loaded_at timestamptz not null,
  primary key (agreement, version)
);

create table area (
  code        text not null check (code ~ '^[A-Z]{2}:[0-9]{2,8}$'),
  valid_from  date not null,
  valid_until date check (valid_until > valid_from),
  parent      text not null,
  level       text not null check (level in ('province', 'district', 'municipality')),
  name_en     text not null,
  name_native text not null,
  instrument  text not null references instrument,
  primary key (code, valid_from)
);

create table crossing_point (
  id                  text primary key check (id ~ '^[a-z]{2}-[a-z]{2}/[a-z0-9-]+$'),
  agreement           text not null,
  zone                text not null,
  longitude           double precision,
  latitude            double precision,
  position_confidence text check (position_confidence in ('A', 'B', 'C')),
  source_row          int not null,
  source_text         text not null,
  check ((longitude is null) = (latitude is null) and (longitude is null) = (position_confidence is null))
);

-- Everything about a point that changes with time. `side` is a state's code, or 'both'.
create table crossing_point_fact (
  point       text not null references crossing_point,
  kind        text not null check (kind in ('class', 'calendar', 'status', 'name', 'area')),
  side        text not null check (side ~ '^([A-Z]{2}|both)$'),
  valid_from  date not null,
  valid_until date check (valid_until > valid_from),
  value       jsonb not null,
  instrument  text not null references instrument,
  primary key (point, kind, side, valid_from)
);

create table opening_order (
  id          text primary key,
  instrument  text not null references instrument,
  state       text not null,
  points      text[],
  starts_at   timestamptz not null,
  ends_at     timestamptz check (ends_at > starts_at),
  windows     jsonb not null
);

create table office (
  id          text not null check (id ~ '^[A-Z]{2}:[0-9]{2,4}$'),
  valid_from  date not null,
  valid_until date check (valid_until > valid_from),
  kind        text not null check (kind in ('district', 'province')),
  instrument  text not null references instrument,
  primary key (id, valid_from)
);

create table mandate (
  id           text primary key,
  instrument   text not null references instrument,
  office       text not null,
  holder       text not null,
  powers       text[] not null check (powers <@ array['review', 'approve', 'sign']),
  area         text not null,
  valid_from   date not null,
  valid_until  date check (valid_until > valid_from),
  auto_extends boolean not null,
  revoked_at   timestamptz,
  revoked_by   text references instrument,
  check ((revoked_at is null) = (revoked_by is null))
);
create index mandate_office on mandate (office);

-- One row per numbered series of an office: receipts and passes. Taking a number locks the row until the command commits.
create table office_series (
  office text not null,
  kind   text not null check (kind in ('receipt', 'pass')),
  next   int not null check (next > 0),
  primary key (office, kind)
);
