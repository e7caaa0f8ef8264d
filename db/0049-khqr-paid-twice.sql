-- A KHQR code that was paid is asked about until once after its end: whoever pressed twice is found then, not at the day's close.
drop index payment_request_watched;
create index payment_request_watched on payment_request (checked_at nulls first) where state <> 'paid' or how = 'promptpay' or checked_at <= expires_at;
