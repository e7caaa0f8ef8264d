-- Holder-bound tables: `cell` first in every key (docs/architecture.md, growth rules).

create table person (
  cell           smallint not null check (cell between 0 and 63),
  id             uuid not null,
  local_name     text not null check (length(local_name) between 1 and 120),
  local_language text not null check (local_language in ('khm', 'tha')),
  given_name     text not null check (length(given_name) between 1 and 60),
  family_name    text not null check (length(family_name) between 1 and 60),
  birth_date     date not null,
  sex            smallint not null check (sex in (1, 2, 3)),
  nationality    text not null check (nationality ~ '^[A-Z]{3}$'),
  national_id    text not null check (length(national_id) between 1 and 40),
  home_area      text not null,
  address        text not null check (length(address) <= 200),
  guardian       text check (length(guardian) <= 120),
  made_up        boolean not null,
  created_at     timestamptz not null,
  primary key (cell, id)
);

-- Global uniqueness through the key: one row per national identity number.
create table person_key (
  national_id text primary key,
  cell        smallint not null,
  person_id   uuid not null
);

create table photo (
  cell      smallint not null,
  id        uuid not null,
  person_id uuid not null,
  portrait  bytea not null check (length(portrait) <= 200000),
  chip      bytea not null check (length(chip) <= 450),
  taken_at  timestamptz not null,
  primary key (cell, id),
  foreign key (cell, person_id) references person (cell, id)
);

create table application (
  cell         smallint not null,
  id           uuid not null,
  person_id    uuid not null,
  photo_id     uuid not null,
  office       text not null,
  state        text not null check (state in ('submitted', 'paid', 'approved', 'signed', 'rejected', 'withdrawn')),
  submitted_at timestamptz not null,
  fee_amount   int not null check (fee_amount > 0),
  fee_currency text not null,
  fee_rule     text not null,
  paid_at      timestamptz,
  receipt      text,
  approved_at  timestamptz,
  approved_by  text,
  signed_at    timestamptz,
  signed_by    text,
  mandate      text references mandate,
  pass_number  text,
  reason       text check (length(reason) <= 500),
  primary key (cell, id),
  foreign key (cell, person_id) references person (cell, id),
  foreign key (cell, photo_id) references photo (cell, id),
  check ((state in ('submitted', 'rejected', 'withdrawn')) or (paid_at is not null and receipt is not null)),
  check (state <> 'signed' or (pass_number is not null and mandate is not null and signed_at is not null))
);
create index application_office on application (office, submitted_at desc);
create unique index application_open on application (cell, person_id) where state in ('submitted', 'paid', 'approved');

create table pass_number (
  number    text primary key check (number ~ '^[A-Z0-9]{1,16}$'),
  cell      smallint not null,
  person_id uuid not null
);

create table pass (
  cell            smallint not null,
  number          text not null,
  person_id       uuid not null,
  application_id  uuid not null,
  state           text not null check (state in ('active', 'suspended', 'revoked', 'expired')),
  issuer          text not null,
  office          text not null,
  mandate         text not null references mandate,
  nationality     text not null,
  home_area       text not null,
  allowed_class   smallint not null,
  extension_count smallint not null check (extension_count >= 0),
  issued_on       date not null,
  issued_at       timestamptz not null,
  expires_at      timestamptz not null check (expires_at > issued_at),
  status_list     int not null,
  status_index    int not null check (status_index between 0 and 1048575),
  signer_kid      text not null,
  qr_text         text not null,
  primary key (cell, number),
  foreign key (cell, person_id) references person (cell, id)
);
create unique index pass_one_live on pass (cell, person_id) where state in ('active', 'suspended');
create index pass_office on pass (office, issued_at desc);

-- A random place in a list is taken once.
create table status_place (
  list   int not null,
  index  int not null,
  number text not null,
  primary key (list, index)
);
