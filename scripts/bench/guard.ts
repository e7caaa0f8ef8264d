import { join } from 'node:path'
import { cpuOf, cpuWithChildren } from './cpu.ts'
import { newHome, removeHome } from './leave.ts'
import { issuePasses, startLoad } from './record.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const holders = 512
/** The recording path keeps nine tenths of its throughput. */
const least = 0.9

/** What sessions read at every request and forced row-level security cost the recording of movements: the same server with and without them, by turns, on one database. */
export async function benchGuard({ quick }: { quick: boolean }): Promise<Row[]> {
  const home = newHome()
  const [rounds, seconds] = quick ? [5, 2] : [9, 4]
  const postgres = await startScratchPostgres(join(home, 'var'))
  const guarded = await startServer(home, { databaseUrl: postgres.url })
  const open = await startServer(home, { databaseUrl: postgres.url, unguarded: true })
  try {
    const passes = await issuePasses(guarded.url, holders)
    // Halves of the holders, so that neither side meets a stay that the other opened.
    const sides = { guarded: await startLoad(guarded.url, passes.slice(0, holders / 2)), open: await startLoad(open.url, passes.slice(holders / 2)) }
    try {
      for (const side of Object.values(sides)) await side.play({ inFlight: 32, seconds: 3, scanned: false })
      const measure = async (side: Side, inFlight: number): Promise<Measured> => {
        const used = () => (cpuOf({ guarded, open }[side].child.pid ?? 0) ?? Number.NaN) + (cpuWithChildren(postgres.pid) ?? Number.NaN)
        const before = used()
        const { perSecond, milliseconds } = await sides[side].play({ inFlight, seconds, scanned: false })
        return { perSecond, cpu: ((used() - before) * 1e6) / milliseconds.length }
      }
      const rows: Row[] = []
      for (const inFlight of [1, 32, 128]) {
        const measured: Round[] = []
        for (let round = 0; round < rounds; round += 1) {
          // The first of a pair has the colder machine: they take turns.
          const [first, second]: Side[] = round % 2 === 0 ? ['guarded', 'open'] : ['open', 'guarded']
          if (!first || !second) throw new Error('a round has two sides')
          const answers = { [first]: await measure(first, inFlight), [second]: await measure(second, inFlight) } as Round
          measured.push(answers)
          console.error(
            `  ${inFlight} in flight, round ${round + 1}: with ${answers.guarded.perSecond.toFixed(0)}/s, without ${answers.open.perSecond.toFixed(0)}/s`,
          )
        }
        rows.push(...rowsOf(measured, inFlight))
      }
      return rows
    } finally {
      for (const side of Object.values(sides)) await side.stop()
    }
  } finally {
    await guarded.stop()
    await open.stop()
    await postgres.stop()
    removeHome(home)
  }
}

type Side = 'guarded' | 'open'
/** One side of one round: movements a second, and microseconds of CPU a movement, server and database together. */
type Measured = { readonly perSecond: number; readonly cpu: number }
type Round = Readonly<Record<Side, Measured>>

function rowsOf(measured: readonly Round[], inFlight: number): Row[] {
  const middle = (side: Side, figure: keyof Measured) => median(measured.map((round) => round[side][figure]))
  const ratio = median(measured.map(({ guarded, open }) => guarded.perSecond / open.perSecond))
  const cpu = median(measured.map(({ guarded, open }) => open.cpu / guarded.cpu))
  return [
    {
      what: `record with sessions and row-level security, ${inFlight} in flight`,
      ours: `${middle('guarded', 'perSecond').toFixed(0)}/s`,
      against: `without them ${middle('open', 'perSecond').toFixed(0)}/s`,
      ratio,
      wanted: `≥ ${least}`,
      holds: ratio >= least,
    },
    {
      what: `  CPU a movement, ${inFlight} in flight`,
      ours: `${middle('guarded', 'cpu').toFixed(0)} µs`,
      against: `without them ${middle('open', 'cpu').toFixed(0)} µs`,
      ratio: cpu,
    },
  ]
}
