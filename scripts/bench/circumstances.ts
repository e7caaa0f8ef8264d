import { join } from 'node:path'
import pg from 'pg'
import { becomeMadeUp } from '../../src/app/demonstration-session.ts'
import { variantOf } from '../../src/persons/test-variants.ts'
import { kindOf, targetOf } from '../../src/watchlist/test-watchlist.ts'
import { cpuOf, cpuWithChildren } from './cpu.ts'
import { HttpClient } from './http-client.ts'
import { newHome, removeHome } from './leave.ts'
import type { Pass } from './load.ts'
import { openBaseline } from './one-by-one.ts'
import { benchLevel, issuePasses, levels, middlingBody, startLoad } from './record.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { type ServerOptions, startServer } from './server-process.ts'
import type { Row } from './table.ts'

const holders = 512
/** Some made-up people are like somebody on the made-up list: they are left at home. */
const spare = 128
const watched = 100_000
const chunk = 10_000
/** Other made-up people than those who cross. */
const firstWatched = 1_000_000

type Circumstance = {
  readonly what: string
  readonly server?: ServerOptions
  prepare(client: pg.Client): Promise<unknown>
  undo(client: pg.Client): Promise<unknown>
}

const circumstances: readonly Circumstance[] = [
  { what: 'no pass seen before', server: { rememberedPasses: '0' }, prepare: async () => {}, undo: async () => {} },
  {
    what: 'an order with two sessions and a quota live',
    // A quota that never fills: what is measured is the count of its places, in one row for all lanes.
    prepare: (client) =>
      client.query(
        `insert into crossing_order (id, number, state, instrument, points, directions, stage, starts_at, ends_at, sessions, who, vehicles, words, issued_at, issued_by)
         select 'bench', 'BENCH 1', 'KH', id, '{kh-th/poipet}', null, 'limited', now() - interval '30 days', null, $1, '{}', '[]', '{"km": "-", "th": "-", "en": "-"}', now(), 'bench' from instrument limit 1`,
        [JSON.stringify([sessionOf('00:00', '12:00'), sessionOf('12:00', '24:00')])],
      ),
    undo: (client) => client.query(`delete from crossing_order where id = 'bench'`),
  },
  {
    what: `${watched / 1000} k people on the watchlist`,
    prepare: async (client) => {
      for (let from = 0; from < watched; from += chunk) await insertWatched(client, from, Math.min(watched, from + chunk))
      await client.query('update watch_version set version = version + 1')
    },
    undo: (client) => client.query('truncate watch_entry cascade'),
  },
]

function sessionOf(opens: string, closes: string): object {
  return { opens, closes, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], who: {}, quota: 10_000_000 }
}

/** Recording with what a hard day brings, each against pgbench by turns as benchRecord does. */
export async function benchCircumstances({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const [rounds, seconds] = quick ? [1, 2] : [3, 3]
  const postgres = await startScratchPostgres(join(home, 'var'))
  const client = new pg.Client({ connectionString: postgres.url })
  try {
    await client.connect()
    const passes = await issuedBy(home, postgres.url)
    const rows: Row[] = []
    let baseline: Awaited<ReturnType<typeof openBaseline>> | undefined
    for (const { what, server: options, prepare, undo } of circumstances) {
      await prepare(client)
      const server = await startServer(home, { ...options, databaseUrl: postgres.url })
      try {
        const load = await startLoad(server.url, await admitted(server.url, passes))
        try {
          await load.play({ inFlight: 32, seconds: 2, scanned: true })
          await load.play({ inFlight: 32, seconds: 2, scanned: false })
          baseline ??= await openBaseline({ databaseUrl: postgres.url, folder: home, holders, body: await middlingBody(postgres.url) })
          const used = { server: () => cpuOf(server.child.pid ?? 0), database: () => cpuWithChildren(postgres.pid) }
          for (const level of levels)
            for (const row of await benchLevel(level, { rounds, seconds, load, baseline, used })) rows.push({ ...row, what: `${row.what}; ${what}` })
          await assertCounted(client)
        } finally {
          await load.stop()
        }
      } finally {
        await server.stop()
      }
      await undo(client)
      await sendHome(client)
    }
    return rows
  } finally {
    await client.end()
    await postgres.stop()
    removeHome(home)
  }
}

/** The next server's people begin at home; the baseline's have one closed stay, as it made them. */
async function sendHome(client: pg.Client): Promise<void> {
  await client.query('truncate movement, stay, referral, session_place, movement_count_day, movement_count_month cascade')
  await client.query(
    `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, closed_by, closed_at, closed_point, version)
     select cell, id, 1, 'closed', id, now(), 'kh-th/poipet', id, now(), 'kh-th/poipet', 2 from person where id::text like '00000000-0000-7000-8000-%'`,
  )
}

async function issuedBy(home: string, databaseUrl: string): Promise<Pass[]> {
  const server = await startServer(home, { databaseUrl })
  try {
    return await issuePasses(server.url, holders + spare)
  } finally {
    await server.stop()
  }
}

/** Those who are let through with nothing said, by number and by code: the two do not tell the same of a person. */
async function admitted(url: string, passes: readonly Pass[]): Promise<Pass[]> {
  const client = new HttpClient(url, 1, await becomeMadeUp(new URL(url), { role: 'checkpoint-officer', place: 'kh-th/poipet' }))
  const through: Pass[] = []
  // The last noon at the border: the point was open, and nothing is told late.
  const noonMs = 5 * 3_600_000
  const noon = new Date(Math.floor((Date.now() - noonMs) / 86_400_000) * 86_400_000 + noonMs).toISOString()
  try {
    for (const pass of passes) {
      if (through.length === holders) break
      const ask = async (document: object) => {
        const asked = { point: 'kh-th/poipet', direction: 'exit', document, occurredAt: noon, photo: 'match' }
        return (await client.json<{ verdict: { outcome: string } }>('POST', '/api/v1/verdicts', asked)).verdict.outcome === 'admit'
      }
      if ((await ask({ number: pass.number })) && (await ask({ text: pass.qrText }))) through.push(pass)
    }
  } finally {
    client.close()
  }
  if (through.length < holders) throw new Error(`only ${through.length} of ${passes.length} made-up people are let through`)
  return through
}

async function insertWatched(client: pg.Client, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, offset) => {
    const at = firstWatched + from + offset
    const { id, person } = { person: null, ...targetOf(at, variantOf(kindOf(at), at).stored) }
    const named = (script: RegExp) => person?.names.find((name) => script.test(name)) ?? null
    return {
      id,
      name_khmer: named(/\p{sc=Khmer}/u),
      name_thai: named(/\p{sc=Thai}/u),
      name_latin: named(/\p{sc=Latin}/u),
      birth_date: person?.birthDate ?? null,
      birth_year: person?.birthYear ?? null,
      sex: person?.sex ?? null,
      nationality: person?.nationality ?? null,
    }
  })
  await client.query(
    `insert into watch_entry (id, place, kind, reason, source, seen_by, name_khmer, name_thai, name_latin, birth_date, birth_year, sex, nationality,
       valid_from, last_day, mark, entered_by, entered_at, changed)
     select id, 'KH', 'person', 'wanted', 'bench', 'desk', name_khmer, name_thai, name_latin, birth_date, birth_year, sex, nationality,
       '2026-01-01', '2099-12-31', id::text, 'bench', now(), (select version + 1 from watch_version)
     from jsonb_to_recordset($1::jsonb) as v(id uuid, name_khmer text, name_thai text, name_latin text, birth_date date, birth_year smallint, sex smallint, nationality text)`,
    [JSON.stringify(rows)],
  )
}

async function assertCounted(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ right: boolean }>('select (select sum(n) from movement_count_day) = count(*) as right from movement')
  if (rows[0]?.right !== true) throw new Error('the counters do not tell the number of movements')
}
