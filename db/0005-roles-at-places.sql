-- Who may do what, where, from when until when; and who looked at whom.

-- A role of an account at a place, both days whole. Never deleted and never lengthened: a role that was given and ended stays on record.
create table role_grant (
  id         uuid primary key,
  account    text not null check (length(account) between 1 and 60),
  role       text not null,
  place      text not null check (length(place) between 2 and 80),
  area       text check (area ~ '^[A-Z]{2}:[0-9]{2,8}$'),
  valid_from date not null,
  last_day   date check (last_day >= valid_from),
  granted_by text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  reason     text check (length(reason) <= 500),
  check ((revoked_at is null) = (revoked_by is null))
);
create index role_grant_account on role_grant (account);
create index role_grant_place on role_grant (place);

-- Reading a person's record is itself on record: one row a reader, subject and day. `place` is the case's; the reader's chief sees it.
create table person_read (
  day      date not null,
  account  text not null,
  subject  text not null check (length(subject) <= 100),
  place    text not null,
  n        int not null check (n > 0),
  first_at timestamptz not null,
  last_at  timestamptz not null,
  primary key (day, account, subject)
);
create index person_read_account on person_read (account, day desc);

-- One row: what this database is for. Made-up staff with keys that the server holds never mix with real ones.
create table instance_mark (
  one     boolean primary key default true check (one),
  mode    text not null check (mode in ('demonstration', 'service')),
  state   text not null,
  made_at timestamptz not null
);
