import { loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { CivilDate } from '../../src/kernel/time.ts'
import { variantOf } from '../../src/persons/test-variants.ts'
import { innocent, kindOf, plantedKinds, subjectOf, targetOf, watchedAt } from '../../src/watchlist/test-watchlist.ts'
import { WatchIndex, type WatchSubject } from '../../src/watchlist/watch-match.rules.ts'
import type { Row } from './table.ts'

const today = '2026-11-20' as CivilDate

/** A watchlist of people in memory, each with a slip planted: how many are found, how many innocent people are stopped, and how long asking takes. No database: matching asks none. `--quick`: a tenth of the list. */
export async function benchWatch({ quick }: { quick: boolean }): Promise<Row[]> {
  const entries = quick ? 10_000 : 100_000
  const [ofKind, strangers] = quick ? [100, 1_000] : [300, 10_000]
  const index = new WatchIndex()
  const targets = Array.from({ length: entries }, (_, at) => targetOf(at, variantOf(kindOf(at), at).stored))
  const building = process.cpuUsage()
  for (const target of targets) index.put(target)
  const built = process.cpuUsage(building)
  const size = `${entries / 1000} k people`
  const rows: Row[] = [
    { what: `watchlist: put ${size} into memory`, ours: `${((built.user + built.system) / 1e6).toFixed(1)} s of CPU`, against: `heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB with the bench’s own copy` },
  ] // biome-ignore format: one row
  let [found, asked] = [0, 0]
  for (const kind of plantedKinds) {
    const all = Array.from({ length: entries }, (_, at) => at).filter((at) => kindOf(at) === kind)
    const chosen = all.filter((_, turn) => turn % Math.max(1, Math.floor(all.length / ofKind)) === 0).slice(0, ofKind)
    const hits = chosen.filter((at) => index.match(subjectOf(kind, at), today).some(({ entry }) => entry === watchedAt(at))).length
    rows.push({
      what: `watchlist, planted: ${kind}`,
      ours: `${((100 * hits) / chosen.length).toFixed(1)} % found`,
      against: `${chosen.length} asked`,
    })
    found += hits
    asked += chosen.length
  }
  const recall = found / asked
  rows.push({
    what: `watchlist, planted: all kinds, ${size}`,
    ours: `${(100 * recall).toFixed(1)} % found`,
    against: `${asked} asked`,
    wanted: '≥ 95 %',
    holds: recall >= 0.95,
  })
  const latinOnly = (subject: WatchSubject): WatchSubject => ({ ...subject, names: subject.names && { ...subject.names, local: '' } })
  return [
    ...rows,
    ...stopped(index, strangers, 'names in both scripts', (subject) => subject),
    ...stopped(index, strangers, 'Latin name alone', latinOnly),
  ]
}

/** Innocent made-up people: how many are like somebody, and how long each asking took. */
function stopped(index: WatchIndex, people: number, what: string, as: (subject: WatchSubject) => WatchSubject): Row[] {
  const subjects = Array.from({ length: people }, (_, at) => as(innocent(at)))
  for (const subject of subjects.slice(0, 200)) index.match(subject, today)
  const times: number[] = []
  let [anybody, exact] = [0, 0]
  const before = process.cpuUsage()
  for (const subject of subjects) {
    const start = performance.now()
    const hits = index.match(subject, today)
    times.push(performance.now() - start)
    if (hits.length > 0) anybody += 1
    if (hits.some(({ strength }) => strength === 'exact')) exact += 1
  }
  const { user, system } = process.cpuUsage(before)
  const sorted = times.toSorted((a, b) => a - b)
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const of = (n: number): number => Math.round((n / people) * 10_000)
  return [
    {
      what: `watchlist, of 10,000 innocent people, ${what}`,
      ours: `${of(anybody)} are like somebody`,
      against: `${of(exact)} exactly (same names, same day)`,
    },
    {
      what: `watchlist, one match, ${what}, load ${loadavg()[0]?.toFixed(1)}`,
      ours: `p50 ${quantile(0.5).toFixed(2)} ms, p99 ${quantile(0.99).toFixed(2)} ms, most ${quantile(1).toFixed(1)} ms`,
      against: `${((user + system) / 1000 / people).toFixed(2)} ms of CPU each`,
      wanted: 'p99 < 20 ms (aim p50 < 0.5 ms)',
      holds: quantile(0.99) < 20,
    },
  ]
}
