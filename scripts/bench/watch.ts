import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { readOperatingParameters } from '../../src/instruments/operating-parameters.ts'
import type { CivilDate, Instant } from '../../src/kernel/time.ts'
import { recordOf, variantOf } from '../../src/persons/test-variants.ts'
import { composedRecord } from '../../src/watchlist/test-composed-names.ts'
import { innocent, kindOf, plantedKinds, subjectOf, targetOf, watchedAt } from '../../src/watchlist/test-watchlist.ts'
import { WatchIndex, type WatchSubject } from '../../src/watchlist/watch-match.rules.ts'
import type { Row } from './table.ts'

const at = '2026-11-20T02:00:00.000Z' as Instant
const asking = { day: '2026-11-20' as CivilDate, chanceMax: readOperatingParameters()('watch.chance-per-million-max', at) / 1e6 }
type Of = typeof recordOf
const latinOnly = (subject: WatchSubject): WatchSubject => ({ ...subject, names: subject.names && { ...subject.names, local: '' } })

/**
 * A watchlist of people in memory, each with a slip planted: how many are found, how many innocent people are stopped, and how long asking takes. No database:
 * matching asks none. Names as unequal as real ones are assumed to be, on a long list and a shorter one; then the few made-up ones. `--quick`: a tenth of the list.
 */
export async function benchWatch({ quick }: { quick: boolean }): Promise<Row[]> {
  const sizes = quick ? [10_000] : [100_000, 10_000]
  return [...sizes.flatMap((entries) => benchList(composedRecord, entries, quick)), ...benchList(recordOf, sizes[0] ?? 0, quick)]
}

function benchList(of: Of, entries: number, quick: boolean): Row[] {
  const [ofKind, strangers] = quick ? [100, 1_000] : [300, 10_000]
  const index = new WatchIndex()
  const name = `${entries / 1000} k, ${of === recordOf ? 'the few made-up names' : 'composed names'}`
  const targets = Array.from({ length: entries }, (_, nth) => targetOf(nth, variantOf(kindOf(nth), nth, of).stored))
  const building = process.cpuUsage()
  for (const target of targets) index.put(target)
  const built = process.cpuUsage(building)
  const rows: Row[] = [
    { what: `watchlist ${name}: put into memory`, ours: `${((built.user + built.system) / 1e6).toFixed(1)} s of CPU`, against: `heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB with the bench’s own copy` },
  ] // biome-ignore format: one row
  let [found, asked] = [0, 0]
  for (const kind of plantedKinds) {
    const all = Array.from({ length: entries }, (_, nth) => nth).filter((nth) => kindOf(nth) === kind)
    const chosen = all.filter((_, turn) => turn % Math.max(1, Math.floor(all.length / ofKind)) === 0).slice(0, ofKind)
    const hits = chosen.filter((nth) => index.match(subjectOf(kind, nth, of), asking).some(({ entry }) => entry === watchedAt(nth))).length
    rows.push({
      what: `watchlist ${name}, planted: ${kind}`,
      ours: `${((100 * hits) / chosen.length).toFixed(1)} % found`,
      against: `${chosen.length} asked`,
    })
    found += hits
    asked += chosen.length
  }
  const recall = found / asked
  return [
    ...rows,
    {
      ...{ what: `watchlist ${name}, planted: all kinds`, ours: `${(100 * recall).toFixed(1)} % found`, against: `${asked} asked` },
      ...{ wanted: '≥ 95 %', holds: recall >= 0.95 },
    },
    ...stopped(index, strangers, `${name}, names in both scripts`, (nth) => innocent(nth, of)),
    ...stopped(index, strangers, `${name}, Latin name alone`, (nth) => latinOnly(innocent(nth, of))),
  ]
}

/** Innocent made-up people: how many are referred, and how long each asking took. */
function stopped(index: WatchIndex, people: number, what: string, subjectAt: (nth: number) => WatchSubject): Row[] {
  const subjects = Array.from({ length: people }, (_, nth) => subjectAt(nth))
  for (const subject of subjects.slice(0, 200)) index.match(subject, asking)
  const times: number[] = []
  let [anybody, exact] = [0, 0]
  const before = process.cpuUsage()
  for (const subject of subjects) {
    const start = performance.now()
    const hits = index.match(subject, asking)
    times.push(performance.now() - start)
    if (hits.length > 0) anybody += 1
    if (hits.some(({ strength }) => strength === 'exact')) exact += 1
  }
  const { user, system } = process.cpuUsage(before)
  const sorted = times.toSorted((a, b) => a - b)
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const ofTenThousand = (n: number): number => Math.round((n / people) * 10_000)
  return [
    {
      ...{ what: `watchlist ${what}: of 10,000 innocent people`, ours: `${ofTenThousand(anybody)} are referred` },
      ...{ against: `${ofTenThousand(exact)} exactly (same names, same day)`, wanted: '≤ 100, aim ≤ 20', holds: anybody / people <= 0.01 },
    },
    {
      ...{ what: `watchlist ${what}: one match, load ${loadavg()[0]?.toFixed(1)}` },
      ...{ ours: `p50 ${quantile(0.5).toFixed(2)} ms, p99 ${quantile(0.99).toFixed(2)} ms, most ${quantile(1).toFixed(1)} ms` },
      ...{
        against: `${((user + system) / 1000 / people).toFixed(2)} ms of CPU each`,
        wanted: 'p99 < 20 ms (aim p50 < 0.5 ms)',
        holds: quantile(0.99) < 20,
      },
    },
  ]
}
