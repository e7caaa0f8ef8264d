-- The work of a crossing point: shifts at its lanes, undone movements, decisions on referrals (docs/decisions/0039-the-point.md).
create table shift (
  id           uuid primary key,
  point        text not null,
  lane         text not null check (length(lane) between 1 and 20),
  officer      text not null,
  officer_name text not null,
  -- Did this person lead the point when it began? While such a shift is live, nobody else decides on referrals.
  leads        boolean not null,
  started_at   timestamptz not null,
  -- When they last recorded something; written every few seconds.
  seen_at      timestamptz not null,
  ended_at     timestamptz check (ended_at >= started_at),
  ended_by     text,
  ended_how    text check (ended_how in ('ended', 'moved', 'taken-over')),
  -- What is handed over to whoever comes next.
  note         text check (length(note) <= 2000),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_how is null))
);
-- A lane has one officer, and an officer one lane, whoever signs in at once.
create unique index shift_lane_live on shift (point, lane) where ended_at is null;
create unique index shift_officer_live on shift (officer) where ended_at is null;
create index shift_of_point on shift (point, started_at desc);
alter table shift enable row level security;
alter table shift force row level security;
do $$ begin execute format('create policy migrator on shift to %I using (true) with check (true)', current_user); end $$;
create policy seen on shift for select to spean_app using (point = any ((select my_points())::text[]) or officer = (select my_account()) or (select reads_all_movements()));
create policy written on shift for insert to spean_app with check (officer = (select my_account()) and point = any ((select my_points())::text[]));
create policy ended on shift for update to spean_app using (point = any ((select my_points())::text[]) or officer = (select my_account()))
  with check (point = any ((select my_points())::text[]) or officer = (select my_account()));
-- The program keeps the live ones in mind, and what their officers did last.
create policy job on shift to spean_app using ((select my_job()) = 'point') with check ((select my_job()) = 'point');
grant select, insert, update (seen_at, ended_at, ended_by, ended_how, note) on shift to spean_app;

alter table referral
  -- Who took the person aside: never who decides.
  add column recorded_by text,
  -- The watchlist's entries that came near. Why they are on it stands elsewhere.
  add column hits text[] not null default '{}',
  add column reason text check (length(reason) <= 500),
  add column handed_to text check (handed_to in ('police', 'immigration', 'social', 'health', 'court')),
  add column confirm_reason text check (length(confirm_reason) <= 500),
  -- The movement that passed on the decision: one, once.
  add column used_by uuid,
  add constraint referral_handed_to check (handed_to is null or state = 'handed-over');
create policy job on referral for select to spean_app using ((select my_job()) = 'point');
create index referral_to_confirm on referral (point) where confirm = 'waiting';
grant update (reason, handed_to, confirm_reason) on referral to spean_app;
-- Undoing closes what the movement opened; a movement uses the decision it stands on, and undoing frees it.
grant update (state, decided_at, decided_by, reason, used_by) on referral to spean_recorder;
