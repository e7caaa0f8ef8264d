-- An order that took another's place and is taken back before it begins gives that one its end back (docs/decisions/0074-taking-back-gives-back.md).
alter table crossing_order
  -- How its end stood before another order took its place: what it gets back.
  add column end_before jsonb,
  -- The order that was to take its place and was taken back, and by whom.
  add column restored_of text references crossing_order,
  add column restored_by text;
update crossing_order o set end_before = jsonb_build_object('endsAt', (
    select e.body -> 'before' from event e where e.type = 'OrderSuperseded' and e.subject = o.id order by e.recorded_at desc limit 1
  ), 'endedAt', null, 'endedBy', null, 'endedWhy', null, 'supersededBy', null, 'before', null)
where superseded_by is not null;
alter table crossing_order
  add constraint crossing_order_end_before check ((end_before is null) = (superseded_by is null)),
  add constraint crossing_order_restored check ((restored_of is null) = (restored_by is null));
drop policy ended on crossing_order;
create policy ended on crossing_order for update to spean_app using (my_order_points(points))
  with check (my_order_points(points) and (ended_by is not null or restored_by = (select my_account())));
grant update (end_before, restored_of, restored_by) on crossing_order to spean_app;
