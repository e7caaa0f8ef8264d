-- The watchlist's entries go when they have been over long enough (data/retention.json, docs/decisions/0050); their allow notes go with them. What happened to an
-- entry is read by whoever has it before them.
alter table watch_allow drop constraint watch_allow_entry_fkey;
alter table watch_allow add constraint watch_allow_entry_fkey foreign key (entry) references watch_entry on delete cascade;
create index watch_entry_over on watch_entry (last_day);
create index watch_entry_ended on watch_entry (ended_at) where ended_at is not null;
create index watch_entry_issuer on watch_entry (place, number) where number is not null;
create policy retention on watch_entry to spean_app using ((select my_job()) = 'retention');
grant delete on watch_entry to spean_app;

-- The program takes an entry in hand after it has asked whether the reader may read it.
create policy watch_history on event for select to spean_app using (
  type in ('WatchEntryEntered', 'WatchEntryEnded', 'WatchEntryExtended', 'WatchNoteGiven', 'WatchNoteEnded')
  and subject = any ((select cases_in_hand())::text[])
  and (select cardinality(my_watch_places()) + cardinality(my_watch_points())) > 0);
