/** The recorder's work as most systems do it: one transaction a movement, its statements sent one after the other. pgbench plays it; where there is none, plain `pg` clients do. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { tracked } from './leave.ts'

type Step = { readonly sql: string /** The row's columns become variables. */; readonly keep?: true; readonly when?: 'away' | 'home' }

/** Generous to the baseline: no look for an earlier copy of the id, and each client counts in rows of its own, so that nobody waits for a counter. */
const steps: readonly Step[] = [
  { sql: 'begin' },
  {
    sql: `select p.cell, p.person_id as person, p.nationality, p.state, p.expires_at, s.number, (s.state = 'open')::int as away
from pass_number n join pass p on p.cell = n.cell and p.number = n.number
join stay s on s.cell = p.cell and s.holder_id = p.person_id
where n.number = 'KHBENCH' || lpad(:holder::text, 5, '0') and s.number = (select max(number) from stay where cell = p.cell and holder_id = p.person_id)
for update of p, s`,
    keep: true,
  },
  { sql: 'select uuidv7() as id, now() as at', keep: true },
  {
    sql: `insert into movement (cell, id, made_at, occurred_at, recorded_at, holder_id, document_issuer, document_number, point, lane, direction, outcome, rules, law_version, stay_number, plate)
values (:cell, :id::uuid, :at::timestamptz, :at::timestamptz, :at::timestamptz, :person::uuid, 'KH', 'KHBENCH' || lpad(:holder::text, 5, '0'), 'kh-th/poipet', '1',
  case when :away::int = 1 then 'entry' else 'exit' end, 'admit', '{document.genuine,document.standing,document.validity,document.classes,point.open,stay.days}', 1, :number, null)`,
  },
  {
    sql: `update stay set state = 'closed', closed_by = :id::uuid, closed_at = :at::timestamptz, closed_point = 'kh-th/poipet', version = version + 1
where cell = :cell and holder_id = :person::uuid and number = :number`,
    when: 'away',
  },
  {
    sql: `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, lawful_until, version)
values (:cell, :person::uuid, :number::int + 1, 'open', :id::uuid, :at::timestamptz, 'kh-th/poipet', current_date + 6, 1)`,
    when: 'home',
  },
  {
    sql: `insert into event (cell, id, made_at, type, subject, actor, recorded_at, body)
values (:cell, :id::uuid, :at::timestamptz, 'MovementRecorded', :person, 'gate', :at::timestamptz, :body::json)`,
  },
  {
    sql: `insert into movement_count_day as c (shard, point, day, direction, outcome, n)
values (:client, 'kh-th/poipet', current_date, case when :away::int = 1 then 'entry' else 'exit' end, 'admit', 1)
on conflict (shard, point, day, direction, outcome) do update set n = c.n + 1`,
  },
  {
    sql: `insert into movement_count_month as c (shard, point, month, direction, outcome, n)
values (:client, 'kh-th/poipet', date_trunc('month', current_date)::date, case when :away::int = 1 then 'entry' else 'exit' end, 'admit', 1)
on conflict (shard, point, month, direction, outcome) do update set n = c.n + 1`,
  },
  { sql: 'commit' },
]

/** Above the recorder's own lanes, so that its counters and these stay apart. */
const firstShard = 1000

/** `seconds` 0: one transaction a client, which is what connecting costs. */
type Load = { readonly clients: number; readonly seconds: number }
export type Played = { readonly perSecond: number; readonly done: number }
export type Baseline = { readonly name: string; play(load: Load): Promise<Played> }

/** Made-up holders of the baseline's own beside the issued passes, each with one closed stay; then the player. */
export async function openBaseline(options: { databaseUrl: string; folder: string; holders: number; body: string }): Promise<Baseline> {
  await addHolders(options.databaseUrl, options.holders)
  const pgbench = findPgbench()
  if (!pgbench) return { name: 'plain pg clients', play: (load) => playWithClients(options, load) }
  const script = join(options.folder, 'one-by-one.sql')
  writeFileSync(script, pgbenchScript())
  return {
    name: execFileSync(pgbench, ['--version'], { encoding: 'utf8' }).trim(),
    play: (load) => playWithPgbench(pgbench, script, options, load),
  }
}

async function addHolders(databaseUrl: string, holders: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const id = "('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid"
    const number = "'KHBENCH' || lpad(i::text, 5, '0')"
    const copied = (await columnsOf(client, 'person')).filter((column) => !['cell', 'id'].includes(column)).join(', ')
    const kept = (await columnsOf(client, 'pass')).filter((column) => !['cell', 'number', 'person_id'].includes(column)).join(', ')
    await client.query(
      `insert into person (cell, id, ${copied}) select i % 64, ${id}, ${copied} from generate_series(0, $1::int - 1) i, (select * from person limit 1) p`,
      [holders],
    )
    await client.query(`insert into pass_number (number, cell, person_id) select ${number}, i % 64, ${id} from generate_series(0, $1::int - 1) i`, [
      holders,
    ])
    await client.query(
      `insert into pass (cell, number, person_id, ${kept}) select i % 64, ${number}, ${id}, ${kept} from generate_series(0, $1::int - 1) i, (select * from pass limit 1) p`,
      [holders],
    )
    await client.query(
      `insert into stay (cell, holder_id, number, state, opened_by, opened_at, opened_point, closed_by, closed_at, closed_point, version)
       select i % 64, ${id}, 1, 'closed', ${id}, now(), 'kh-th/poipet', ${id}, now(), 'kh-th/poipet', 2 from generate_series(0, $1::int - 1) i`,
      [holders],
    )
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  )
  return rows.map((row) => row.name)
}

function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))]
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file))
}

function pgbenchScript(): string {
  const lines = steps.map(({ sql, keep, when }) => {
    const text = `${sql.replaceAll(/\s*\n\s*/g, ' ')}${keep ? ' \\gset' : ';'}`
    return when === undefined ? text : when === 'away' ? `\\if :away\n${text}` : `\\else\n${text}\n\\endif`
  })
  return [`\\set holder :client_id + :clients * random(0, :each - 1)`, `\\set client ${firstShard} + :client_id`, ...lines, ''].join('\n')
}

type Work = { readonly databaseUrl: string; readonly holders: number; readonly body: string }

async function playWithPgbench(pgbench: string, script: string, { databaseUrl, holders, body }: Work, { clients, seconds }: Load): Promise<Played> {
  const each = Math.floor(holders / clients)
  const variables = [`clients=${clients}`, `each=${each}`, `body=${body}`].flatMap((variable) => ['-D', variable])
  // Its clock runs while its clients connect (which its rate leaves out): more clients, more time.
  const length = seconds === 0 ? ['-t', '1'] : ['-T', String(seconds + Math.ceil(clients / 32))]
  const { code, output } = await run(pgbench, `-n -M prepared -j 2 -c ${clients}`.split(' ').concat(length, variables, '-f', script, databaseUrl))
  const [perSecond, done] = [/tps = ([\d.]+)/, /actually processed: (\d+)/].map((form) => Number(form.exec(output)?.[1]))
  if (code !== 0 || !perSecond || !done) throw new Error(`pgbench failed: ${output.slice(-600)}`)
  return { perSecond, done }
}

function run(file: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null; output: string }>()
  const child = tracked(spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  child.once('error', reject)
  child.once('close', (code) => resolve({ code, output }))
  return promise
}

async function playWithClients({ databaseUrl, holders, body }: Work, { clients, seconds }: Load): Promise<Played> {
  const each = Math.floor(holders / clients)
  const opened = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      return client
    }),
  )
  const started = performance.now()
  let done = 0
  const play = async (client: pg.Client, index: number): Promise<void> => {
    for (let turn = 0; turn === 0 || performance.now() - started < seconds * 1000; turn += 1, done += 1)
      await playOnce(client, { holder: index + clients * (turn % each), client: firstShard + index, body })
  }
  await Promise.all(opened.map(play))
  const perSecond = (done * 1000) / (performance.now() - started)
  await Promise.all(opened.map((client) => client.end()))
  return { perSecond, done }
}

async function playOnce(client: pg.Client, given: Readonly<Record<string, unknown>>): Promise<void> {
  const variables: Record<string, unknown> = { ...given }
  for (const [index, { sql, keep, when }] of steps.entries()) {
    if (when !== undefined && (variables['away'] === 1) !== (when === 'away')) continue
    const names: string[] = []
    const text = sql.replaceAll(/(?<!:):([a-z]+)/g, (_, name: string) => `$${names.includes(name) ? names.indexOf(name) + 1 : names.push(name)}`)
    const { rows } = await client.query<Record<string, unknown>>({ name: `one-by-one-${index}`, text, values: names.map((name) => variables[name]) })
    if (keep) Object.assign(variables, rows[0])
  }
}
