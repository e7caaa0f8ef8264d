import { sql } from 'kysely'
import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome } from '../../kernel/outcome.ts'
import { dayMs, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import type { PointServices } from '../point-services.ts'
import type { LentPassesAnswer } from './lent.api.ts'

type Lent = LentPassesAnswer['rows'][number]

/** An office's passes that a gate found in another hand in the last days. Whom the point let pass as the true holder is counted, and not shown. Each reading is on record. */
export function readLent(services: PointServices, actor: Actor, office: AreaCode): Promise<Outcome<LentPassesAnswer>> {
  const at = services.now()
  return inTransaction(services.database, { account: actor.account, at }, async (tx) => {
    const allowed = may(actor.grants, 'lost-report.read', areaPlace(office), at)
    if (!allowed.ok) return allowed
    await recordRead(tx, { account: actor.account, subject: `passes of ${office} found lent`, place: office, at })
    const since = instantOfMs(epochMs(at) - services.parameters('lent.shown-days', at) * dayMs)
    const { rows } = await sql<{
      movement: string
      pass: string
      pass_state: Lent['state']
      point: string
      direction: Lent['direction']
      occurred_at: Instant
      decision: Lent['decision']
      contested: boolean
    }>`select * from passes_found_lent(${office}, ${since})`.execute(tx)
    const counted = await sql<{ cleared: number }>`select passes_cleared(${office}, ${since}) as cleared`.execute(tx)
    return accept({
      rows: rows.map(({ pass_state: state, occurred_at, ...row }) => ({ ...row, state, at: occurred_at })),
      cleared: counted.rows[0]?.cleared ?? 0,
    })
  })
}
