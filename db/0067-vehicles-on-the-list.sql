-- A vehicle whose plates were written or put right after its people had passed, and that comes near the watchlist: somebody in charge decides on who drove it (docs/decisions/0071-plates-that-are-written-later.md).
create policy found_later on referral for insert to spean_app with check (state = 'open' and point = any ((select my_points())::text[]));
grant insert on referral to spean_app;
grant update (hits) on referral to spean_app;

-- A trailer of one state behind a vehicle of another.
alter table vehicle_sheet add column trailer_state text constraint vehicle_sheet_trailer_state_check check (trailer_state in ('KH', 'TH', 'LA', 'VN', 'other'));
update vehicle_sheet set trailer_state = plate_state where trailer is not null;
alter table vehicle_sheet add check ((trailer is null) = (trailer_state is null));
