-- Who somebody is: accounts, ways in, sessions. Reached through the program's identity login alone.

-- A member of staff. `email` is made up from the id: the library wants one, and nothing is ever bound by it.
create table staff_account (
  id             text primary key check (id ~ '^0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'),
  name           text not null check (length(name) between 1 and 120),
  email          text not null unique check (email = id || '@staff.invalid'),
  email_verified boolean not null default false check (not email_verified),
  image          text check (image is null),
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  home_place     text not null check (length(home_place) between 2 and 80),
  home_area      text check (home_area ~ '^[A-Z]{2}:[0-9]{2,8}$'),
  national_id    text check (length(national_id) between 1 and 40),
  family_book    text check (length(family_book) between 1 and 40),
  state          text not null check (state in ('invited', 'active', 'closed')),
  made_up        boolean not null default false
);
create index staff_account_home on staff_account (home_place);

-- The cookie is the token with a signature whose key is not in the database: this table alone opens nothing.
create table session (
  id           text primary key,
  token        text not null unique check (length(token) >= 32),
  account      text not null references staff_account,
  how          text not null check (how in ('passkey', 'oidc', 'recovery', 'demonstration')),
  user_agent   text check (length(user_agent) <= 200),
  ip_address   text check (ip_address is null or ip_address = ''),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_account on session (account);

-- A subject at a ministry's sign-in, linked by an administrator. `subject` is "issuer#sub", as the signed token says.
create table sign_in_account (
  id         text primary key,
  provider   text not null,
  subject    text not null check (length(subject) <= 600),
  account    text not null references staff_account,
  linked_by  text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, subject)
);
create index sign_in_account_account on sign_in_account (account);

-- A sign-in that is under way at a ministry's provider.
create table verification (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);

-- The second half of a recovery. `secret` is encrypted with a key that is not in the database.
create table two_factor (
  account         text primary key references staff_account,
  secret          text not null,
  verified        boolean not null default false,
  failed_attempts int not null default 0 check (failed_attempts between 0 and 5),
  made_at         timestamptz not null
);

create table passkey (
  id           text primary key check (length(id) between 16 and 1400),
  account      text not null references staff_account,
  public_key   bytea not null,
  sign_count   bigint not null check (sign_count >= 0),
  transports   text[] not null,
  backed_up    boolean not null,
  name         text not null check (length(name) between 1 and 60),
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index passkey_account on passkey (account);

-- A one-time link. Only its hash is kept; a recovery's link is made when the second administrator confirms it.
create table invitation (
  id           text primary key,
  token_hash   bytea unique check (length(token_hash) = 32),
  purpose      text not null check (purpose in ('first-administrator', 'invitation', 'recovery')),
  account      text not null references staff_account,
  made_by      text not null,
  confirmed_by text check (confirmed_by <> made_by),
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  check (purpose <> 'recovery' or (token_hash is null) = (confirmed_by is null)),
  check (purpose = 'recovery' or (token_hash is not null and confirmed_by is null))
);
create index invitation_account on invitation (account);

-- One use, five minutes.
create table webauthn_challenge (
  challenge  text primary key check (length(challenge) between 40 and 100),
  purpose    text not null check (purpose in ('sign-in', 'enrol', 'add')),
  account    text references staff_account,
  expires_at timestamptz not null,
  check ((purpose = 'sign-in') = (account is null))
);
create index webauthn_challenge_expires on webauthn_challenge (expires_at);

-- Attempts by address and by account, in the shape that rate-limiter-flexible writes.
create table sign_in_limit (
  key    varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
