-- What lapsed is over as what was rejected; the job finds when by its event.
drop policy retention on event;
create policy retention on event for select to spean_app
  using ((select my_job()) = 'retention' and type in ('ApplicationRejected', 'ApplicationWithdrawn', 'ApplicationLapsed'));
drop index application_closed;
create index application_closed on application (submitted_at) where state in ('rejected', 'withdrawn', 'lapsed');
