-- Where a point's chief referred somebody and no other chief is there, the province decides or confirms (docs/decisions/0052-a-chief-alone.md). It sees the referral and who is on shift, never the movement or whose pass it was.
create policy overseen on referral for select to spean_app using (point = any ((select my_deciding_points())::text[]));
create policy overseen_decided on referral for update to spean_app using (point = any ((select my_deciding_points())::text[])) with check (point = any ((select my_deciding_points())::text[]));
create policy overseen on shift for select to spean_app using (point = any ((select my_deciding_points())::text[]));

-- Who took a movement back, beside when: sheets that stood on it are shown struck out with both.
alter table movement add column undone_by text;
grant update (undone_by) on movement to spean_recorder;
