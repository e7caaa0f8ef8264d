-- Charges, what was asked and what was paid for them, the till's day (src/payments/README.md). Money is added, never changed: a mistake is reversed by another row.

-- What is owed for one subject, as it was first asked. Payments of one charge wait for this row, so that only one of them can pay it.
create table charge (
  cell       smallint not null check (cell between 0 and 63),
  subject    uuid not null,
  office     text not null,
  amount     bigint not null check (amount > 0),
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  instrument text not null references instrument,
  -- The payment that paid it; null: unpaid, or reversed.
  payment    uuid,
  made_at    timestamptz not null,
  primary key (cell, subject)
);

-- A code that was shown. `paid`: the bank names a transfer, whatever it is worth; `superseded`: the charge was paid in another way meanwhile. All but the paid are watched until `watch_until`.
create table payment_request (
  cell         smallint not null,
  id           uuid not null,
  subject      uuid not null,
  office       text not null,
  how          text not null check (how in ('khqr', 'promptpay')),
  amount       bigint not null check (amount > 0),
  currency     text not null,
  payload      text not null check (length(payload) between 12 and 512),
  hash         text not null check (hash ~ '^[0-9a-f]{32}$'),
  account      text not null,
  bill_number  text not null,
  state        text not null check (state in ('open', 'paid', 'expired', 'superseded')),
  requested_by text not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null check (expires_at > made_at),
  watch_until  timestamptz not null check (watch_until >= expires_at),
  -- When the bank was last asked, and what it said.
  checked_at   timestamptz,
  said         text check (length(said) between 1 and 60),
  primary key (cell, id),
  unique (cell, hash),
  foreign key (cell, subject) references charge
);
create unique index payment_request_open on payment_request (cell, subject) where state = 'open';
create index payment_request_watched on payment_request (checked_at nulls first) where state <> 'paid';

-- One row for each real payment. `settles`: it paid its charge; the others are owed back and have their task.
create table payment (
  cell        smallint not null,
  id          uuid not null,
  subject     uuid not null,
  office      text not null,
  request     uuid,
  how         text not null check (how in ('cash', 'khqr', 'promptpay')),
  amount      numeric(15, 2) not null check (amount > 0),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  reference   text check (length(reference) between 8 and 100),
  settles     boolean not null,
  taken_by    text,
  -- When it was paid: the bank's time, or the till's.
  paid_at     timestamptz not null,
  recorded_at timestamptz not null,
  primary key (cell, id),
  foreign key (cell, subject) references charge,
  foreign key (cell, request) references payment_request,
  check ((how = 'cash') = (taken_by is not null) and (how = 'cash') = (reference is null) and (how = 'cash') = (request is null))
);
create index payment_subject on payment (cell, subject);
create index payment_office on payment (office, recorded_at);
alter table charge add foreign key (cell, payment) references payment;

-- A transfer of the bank pays once, whichever charge it is said to be for: unique over all cells.
create table bank_reference (
  reference text primary key,
  cell      smallint not null,
  payment   uuid not null,
  foreign key (cell, payment) references payment deferrable initially deferred
);

create table payment_reversal (
  cell        smallint not null,
  id          uuid not null,
  payment     uuid not null,
  subject     uuid not null,
  office      text not null,
  -- Whose till gives it back; null: it came through the bank, and a task says that it is owed.
  till        text,
  reason      text not null check (length(reason) between 1 and 500),
  reversed_by text not null check (reversed_by <> till),
  reversed_at timestamptz not null,
  primary key (cell, id),
  unique (cell, payment),
  foreign key (cell, payment) references payment
);
create index payment_reversal_subject on payment_reversal (cell, subject);
create index payment_reversal_office on payment_reversal (office, reversed_at);

create table refund_task (
  cell      smallint not null,
  id        uuid not null,
  payment   uuid not null,
  subject   uuid not null,
  office    text not null,
  reason    text not null check (reason in ('second-payment', 'wrong-amount', 'wrong-currency', 'late', 'charge-closed', 'reversed')),
  amount    numeric(15, 2) not null check (amount > 0),
  currency  text not null,
  state     text not null check (state in ('open', 'done')),
  opened_at timestamptz not null,
  done_by   text,
  done_at   timestamptz,
  how       text check (how in ('cash', 'bank')),
  note      text check (length(note) between 1 and 500),
  primary key (cell, id),
  unique (cell, payment),
  foreign key (cell, payment) references payment,
  check ((state = 'done') = (done_by is not null) and (state = 'done') = (done_at is not null) and (state = 'done') = (how is not null) and (state = 'done') = (note is not null))
);
create index refund_task_subject on refund_task (cell, subject);
create index refund_task_office on refund_task (office, state, opened_at);

-- A cashier's day at an office. What differed is explained, or it is not closed.
create table day_close (
  office         text not null,
  day            date not null,
  cashier        text not null,
  currency       text not null,
  expected       bigint not null,
  counted        bigint not null check (counted >= 0),
  explanation    text check (length(explanation) between 1 and 1000),
  fees           bigint not null,
  office_share   bigint not null,
  province_share bigint not null,
  split_by       text not null references instrument,
  statement      jsonb,
  command        uuid not null,
  closed_at      timestamptz not null,
  primary key (office, day, cashier),
  check (expected = counted or explanation is not null),
  check (office_share + province_share = fees)
);
-- Every movement of money stands in one close, and never in another.
create table day_close_line (
  cell    smallint not null,
  id      uuid not null,
  kind    text not null check (kind in ('payment', 'reversal', 'refund')),
  office  text not null,
  day     date not null,
  cashier text not null,
  amount  numeric(15, 2) not null,
  primary key (cell, id),
  foreign key (office, day, cashier) references day_close
);
create index day_close_line_close on day_close_line (office, day, cashier);

-- LIKE patterns of the offices whose money the account may see; the offices at whose till it stands; those where it reverses.
create function my_payment_offices() returns text[] language sql stable as $$
  select my_places(array['cashier', 'governor']) || below(my_places(array['provincial-officer', 'provincial-governor', 'auditor']))
$$;
create function my_tills() returns text[] language sql stable as $$ select my_places(array['cashier']) $$;
create function my_reversals() returns text[] language sql stable as $$ select my_places(array['governor', 'provincial-governor']) $$;

do $$
declare name text;
begin
  foreach name in array array['charge', 'payment_request', 'payment', 'bank_reference', 'payment_reversal', 'refund_task', 'day_close', 'day_close_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy migrator on %I to %I using (true) with check (true)', name, current_user);
  end loop;
  foreach name in array array['charge', 'payment_request', 'payment', 'payment_reversal', 'refund_task', 'day_close', 'day_close_line'] loop
    execute format('create policy seen on %I for select to spean_app using (office like any ((select my_payment_offices())::text[]))', name);
  end loop;
  -- What the bank says is written in nobody's name.
  foreach name in array array['charge', 'payment_request', 'payment', 'bank_reference', 'payment_reversal', 'refund_task'] loop
    execute format('create policy job on %I for select to spean_app using ((select my_job()) = ''payments'')', name);
  end loop;
end $$;

create policy till on charge for insert to spean_app with check (office = any ((select my_tills())::text[]) and payment is null);
create policy changed on charge for update to spean_app using (
  office = any ((select my_tills())::text[]) or office = any ((select my_reversals())::text[]) or (select my_job()) = 'payments');
create policy till on payment_request for insert to spean_app with check (office = any ((select my_tills())::text[]) and requested_by = (select my_account()));
create policy changed on payment_request for update to spean_app using (office = any ((select my_tills())::text[]) or (select my_job()) = 'payments');
create policy till on payment for insert to spean_app with check (how = 'cash' and office = any ((select my_tills())::text[]) and taken_by = (select my_account()));
create policy bank on payment for insert to spean_app with check (how <> 'cash' and (select my_job()) = 'payments');
create policy bank on bank_reference for insert to spean_app with check ((select my_job()) = 'payments');
create policy seen on bank_reference for select to spean_app using (exists (select 1 from payment p where p.cell = bank_reference.cell and p.id = bank_reference.payment));
create policy reversed on payment_reversal for insert to spean_app with check (office = any ((select my_reversals())::text[]) and reversed_by = (select my_account()));
create policy owed on refund_task for insert to spean_app with check (state = 'open' and ((select my_job()) = 'payments' or office = any ((select my_reversals())::text[])));
create policy settled on refund_task for update to spean_app using (office = any ((select my_tills())::text[])) with check (state = 'done' and done_by = (select my_account()));
create policy closed on day_close for insert to spean_app with check (office = any ((select my_tills())::text[]) and cashier = (select my_account()));
create policy closed on day_close_line for insert to spean_app with check (office = any ((select my_tills())::text[]) and cashier = (select my_account()));
-- What a payment by bank pays for is told in the same transaction.
create policy paid on application for select to spean_app using ((select my_job()) = 'payments');
create policy paid_change on application for update to spean_app using ((select my_job()) = 'payments');

grant select, insert on charge, payment_request, payment, bank_reference, payment_reversal, refund_task, day_close, day_close_line to spean_app;
grant update (payment) on charge to spean_app;
grant update (state, checked_at, said) on payment_request to spean_app;
grant update (state, done_by, done_at, how, note) on refund_task to spean_app;
