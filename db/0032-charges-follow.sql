-- A charge stands where its case is until it is paid, and from then on where the money was taken (docs/decisions/0033-charges-follow.md). A code that was shown for
-- another account is open no more; it is watched on for those who have scanned it already. Nobody chooses the office: it follows from the case and the payment.
create function place_charges(cells smallint[], subjects uuid[]) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update charge c set office = coalesce(
    (select p.office from payment p where p.cell = c.cell and p.id = c.payment),
    (select a.office from application a where a.cell = c.cell and a.id = c.subject), c.office)
  where c.cell = any (cells) and c.subject = any (subjects);
  update payment_request r set state = 'superseded' from charge c
  where c.cell = any (cells) and c.subject = any (subjects) and r.cell = c.cell and r.subject = c.subject and r.state = 'open' and r.office <> c.office
$$;
revoke execute on function place_charges(smallint[], uuid[]) from public;
grant execute on function place_charges(smallint[], uuid[]) to spean_app;
-- Of before: a case that was moved with its charge paid, and reversed since.
update charge c set office = a.office from application a where a.cell = c.cell and a.id = c.subject and c.payment is null and c.office <> a.office;

-- Existing holders: what was wrong with a file's rows, its name and its columns are not kept for ever (data/retention.json). The row stays while passes name it.
create index pass_import_batch on pass (import_batch) where import_batch is not null;
create policy retention on import_batch to spean_app using ((select my_job()) = 'retention') with check ((select my_job()) = 'retention');
create policy retention on import_fault to spean_app using ((select my_job()) = 'retention') with check ((select my_job()) = 'retention');
grant delete on import_batch to spean_app;
