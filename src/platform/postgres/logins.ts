import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'

/** The groups of db/0007-second-wall.sql: what each part of the program may do in the database. */
export const groups = ['app', 'recorder', 'identity', 'reader'] as const
export type Group = (typeof groups)[number]
export type Passwords = { readonly [G in Group]: string }
/** A connection address for each part; none of them can pass row-level security or change a table. */
export type Logins = { readonly [G in Group]: string }

export const newPasswords = (): Passwords => {
  const fresh = () => randomBytes(24).toString('base64url')
  return { app: fresh(), recorder: fresh(), identity: fresh(), reader: fresh() }
}

/** The passwords kept in `file` (mode 600), made at the first start. Programs that share a database share this file. */
export function keptPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  const passwords = newPasswords()
  // With a database of its own, nothing else has made the home before this.
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return passwords
}

/** Makes or renews the database's own logins, one a group. `client` is the migrator's, `url` its address. */
export async function ensureLogins(client: pg.ClientBase, url: string, passwords: Passwords): Promise<Logins> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const addresses: Partial<Record<Group, string>> = {}
  for (const group of groups) {
    // Logins belong to the whole cluster: the database's name keeps those of two databases apart.
    const login = `spean_${group}_${rows[0]?.name}`.slice(0, 63)
    const role = client.escapeIdentifier(login)
    const secret = client.escapeLiteral(passwords[group])
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [login])
    if (rowCount === 0) await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole inherit password ${secret}`)
    else await client.query(`alter role ${role} login password ${secret}`)
    await client.query(`grant spean_${group} to ${role}`)
    const address = new URL(url)
    address.username = encodeURIComponent(login)
    address.password = encodeURIComponent(passwords[group])
    addresses[group] = address.href
  }
  return addresses as Logins
}

/** What makes a login unfit for the program: each would walk through row-level security. Empty: fit. */
export async function faultsOfLogin(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ superuser: boolean; bypass: boolean; owns: boolean; open: string[] | null; member: boolean }>(
      faultsStatement,
    )
    const [row] = rows
    if (!row) return ['does not exist']
    return [
      ...(row.superuser ? ['is a superuser'] : []),
      ...(row.bypass ? ['has BYPASSRLS'] : []),
      ...(row.member ? ['is a member of a role that is a superuser or has BYPASSRLS'] : []),
      ...(row.owns ? ['owns tables'] : []),
      ...(row.open ?? []).map((table) => `table ${table} has no forced row-level security`),
    ]
  } finally {
    await client.end()
  }
}

/** Tables that hold a person or a case are those with a policy; db/0007 lists them, and a test holds that list to the catalogue. */
const faultsStatement = `
select r.rolsuper as superuser, r.rolbypassrls as bypass,
  exists (select 1 from pg_roles o where (o.rolsuper or o.rolbypassrls) and o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')) as member,
  exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns,
  (select array_agg(c.relname::text order by c.relname) from pg_class c where c.oid in (select polrelid from pg_policy) and not (c.relrowsecurity and c.relforcerowsecurity)) as open
from pg_roles r where r.rolname = current_user`
