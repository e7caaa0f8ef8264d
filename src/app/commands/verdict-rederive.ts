import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Law } from '../../instruments/law.rules.ts'
import { parseLoadedLaw } from '../../instruments/law-file.ts'
import { epochMs, type Instant } from '../../kernel/time.ts'
import type { RecordedBody } from '../../movements/recorder.rows.ts'
import { deriveAgain } from '../../movements/verdict.rules.ts'
import { loadRegistry } from '../../places/registry.store.ts'
import { orderBook } from '../../places/surroundings.rules.ts'
import type { Config } from '../../platform/config.ts'
import { openDatabase } from '../../platform/database.ts'
import { connectDatabase } from '../instance.ts'

const pageSize = 5_000
const firstId = '00000000-0000-0000-0000-000000000000'
/** Before every id made at that millisecond (RFC 9562 §5.7). */
const firstIdAt = (ms: number): string => {
  const digits = ms.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}

/** Derives every recorded verdict (since an instant, if one is given) again from its recorded facts and the law's recorded version. Exit 0 when all are equal, else 1 with the ids. */
export async function verdictRederive(config: Config, since: Instant | null): Promise<number> {
  const connected = await connectDatabase(config)
  const reader = openDatabase(connected.logins.reader, 2)
  try {
    const laws = await loadLaws(reader.pool)
    const orders = orderBook(await loadRegistry(reader))
    // An id begins with the time it was made at.
    let [checked, different, after] = [0, 0, since === null ? firstId : firstIdAt(epochMs(since))]
    for (;;) {
      const { rows } = await reader.pool.query<{ id: string; body: RecordedBody }>(
        "select id, body from event where type = 'MovementRecorded' and id > $1 order by id limit $2",
        [after, pageSize],
      )
      for (const { id, body } of rows) {
        if (!('verdict' in body)) continue
        const law = laws.get(`${body.verdict.law.agreement} ${body.verdict.law.version}`)
        checked += 1
        if (law && isDeepStrictEqual(deriveAgain(body.facts, { law, orders }), body.verdict)) continue
        different += 1
        console.error(`${id}: ${law ? 'derives otherwise' : 'its law is not on record'}`)
      }
      const last = rows.at(-1)
      if (!last) break
      after = last.id
    }
    console.log(`${checked} verdicts derived again, ${different} different`)
    return different === 0 ? 0 : 1
  } finally {
    await reader.close()
    await connected.close()
  }
}

async function loadLaws(pool: pg.Pool): Promise<Map<string, Law>> {
  const { rows } = await pool.query<{ agreement: string; version: number; body: Law }>('select agreement, version, body from law')
  return new Map(rows.map(({ agreement, version, body }) => [`${agreement} ${version}`, parseLoadedLaw(JSON.stringify(body))]))
}
