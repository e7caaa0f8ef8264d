-- A code of PromptPay has no end: one that was paid is asked about now and then until its watch is over, for whoever pays it once more.
drop index payment_request_watched;
create index payment_request_watched on payment_request (checked_at nulls first) where state <> 'paid' or how = 'promptpay';
