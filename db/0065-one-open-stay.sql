-- A holder is away once, and since their last movement: an undoing could open a stay again while a lane, which had seen it closed, wrote the next beside it.
-- The database says so now; whoever comes second decides again. What came of it is left as a second going out leaves it.
update stay s set state = 'unmatched', version = version + 1
where s.state = 'open' and exists (select 1 from stay l where l.cell = s.cell and l.holder_id = s.holder_id and l.number > s.number);
create unique index stay_one_open on stay (cell, holder_id) where state = 'open';
