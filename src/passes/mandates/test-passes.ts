import type pg from 'pg'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'

/** Passes of made-up people that `office` signed, one a second from `at` on. `series` keeps the numbers of two calls apart. */
export async function makePasses(
  pool: Pick<pg.Pool, 'query'>,
  {
    office,
    mandate,
    at,
    count,
    series = 0,
    state = 'active',
  }: { office: AreaCode; mandate: string; at: Instant; count: number; series?: number; state?: string },
): Promise<void> {
  const [people, applications, photos] = ['1', '2', '3'].map((kind) => uuidOf(kind, office, series))
  const prefix = office.replace(':', '').padEnd(6, '0')
  await pool.query(
    `with made as materialized (
  select i, (i % 64)::smallint as cell, (${people})::uuid as person, (${applications})::uuid as application, (${photos})::uuid as photo,
    $2 || lpad((i + $6 * 100000)::text, 6, '0') || '0' as number, $4::timestamptz + i * interval '1 second' as at,
    (select coalesce(max(index), 0) from status_place where list = 202611) as taken from generate_series(1, $5::int) i),
people as (
  insert into person (cell, id, local_name, local_language, given_name, family_name, birth_date, sex, nationality, national_id, home_area, address, made_up, created_at)
  select cell, person, 'សុខ', 'khm', 'SOK', '=CHAN', date '1990-01-01', 1, 'KHM', 'made-up-' || number, $1, 'made up', true, at from made),
photos as (insert into photo (cell, id, person_id, portrait, chip, taken_at) select cell, photo, person, '\\x00', '\\x00', at from made),
applications as (
  insert into application (cell, id, person_id, photo_id, office, state, submitted_at, fee_amount, fee_currency, fee_rule, paid_at, receipt, approved_at, signed_at, signed_by, mandate, pass_number)
  select cell, application, person, photo, $1, 'signed', at, 20000, 'KHR', 'kh/order-2024-01-01', at, 'made up', at, at, 'Governor of a made-up district', $3, number from made),
numbers as (insert into pass_number (number, cell, person_id) select number, cell, person from made),
places as (insert into status_place (list, index, number) select 202611, taken + i, number from made)
insert into pass (cell, number, person_id, application_id, state, issuer, office, mandate, nationality, home_area, allowed_class, extension_count, issued_on, issued_at, expires_at,
  status_list, status_index, signer_kid, qr_text)
select cell, number, person, application, $7, 'KH', $1, $3, 'KHM', $1, 1, 0, (at at time zone interval '+07:00')::date, at, at + interval '2 years',
  202611, taken + i, 'kid', 'made up' from made`,
    [office, prefix, mandate, at, count, series, state],
  )
}

/** SQL of a UUID whose last byte is the row's cell. */
const uuidOf = (kind: string, office: string, series: number): string =>
  `'0198000${kind}-0000-7000-8${String(series).padStart(3, '0')}-${office.slice(3).padStart(6, '0')}' || lpad(to_hex(i / 64), 4, '0') || lpad(to_hex(i % 64), 2, '0')`
