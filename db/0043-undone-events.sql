-- A preview of an order leaves out what was undone: the few undoings of some weeks, without reading all events.
create index event_undone on event (made_at) where type = 'MovementUndone';
