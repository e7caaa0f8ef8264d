-- A referral that is opened again for another entry is that of who found it: whoever wrote the sheet does not decide (docs/decisions/0071-plates-that-are-written-later.md).
grant update (recorded_by) on referral to spean_app;
