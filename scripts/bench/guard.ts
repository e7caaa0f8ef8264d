import { join } from 'node:path'
import { newHome, removeHome } from './leave.ts'
import { issuePasses, startLoad } from './record.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import { startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const holders = 512
/** Issue 3: the recording path keeps nine tenths of its throughput. */
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
      const rows: Row[] = []
      for (const inFlight of [1, 32, 128]) {
        const ratios: number[] = []
        const [mine, theirs]: number[][] = [[], []]
        for (let round = 0; round < rounds; round += 1) {
          // The first of a pair has the colder machine: they take turns.
          const order = round % 2 === 0 ? (['guarded', 'open'] as const) : (['open', 'guarded'] as const)
          const measured = { guarded: 0, open: 0 }
          for (const side of order) measured[side] = (await sides[side].play({ inFlight, seconds, scanned: false })).perSecond
          ratios.push(measured.guarded / measured.open)
          mine?.push(measured.guarded)
          theirs?.push(measured.open)
          console.error(`  ${inFlight} in flight, round ${round + 1}: with ${measured.guarded.toFixed(0)}/s, without ${measured.open.toFixed(0)}/s`)
        }
        const ratio = median(ratios)
        rows.push({
          what: `record with sessions and row-level security, ${inFlight} in flight`,
          ours: `${median(mine ?? []).toFixed(0)}/s`,
          against: `without them ${median(theirs ?? []).toFixed(0)}/s`,
          ratio,
          wanted: `≥ ${least}`,
          holds: ratio >= least,
        })
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
