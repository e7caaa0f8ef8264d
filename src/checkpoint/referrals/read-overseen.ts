import type { Actor } from '../../identity/actor.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { accept, type Outcome } from '../../kernel/outcome.ts'
import { borderZone, civilDateAt, epochMs, hourMs, instantOfMs, spanOfDay } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import type { OverseenAnswer } from './overseen.routes.ts'
import { waitingAt } from './referral.queries.ts'
import { isLeftToProvince } from './referral.rules.ts'
import { shownTo } from './work-referrals.ts'

const shownMax = 50

/** What is left to the province, each with the verdict it stands on. Row-level security hides the movement, so nobody's document is named. */
export async function readOverseen(services: PointServices, actor: Actor): Promise<Outcome<OverseenAnswer[]>> {
  const now = services.now()
  const points = services.registry.current.points.map(({ id }) => id).filter((id) => standingAt(services, actor, 'referral.oversee', id).ok)
  const since = instantOfMs(epochMs(now) - services.parameters('session.hours-max', now) * hourMs)
  const today = spanOfDay(civilDateAt(now, borderZone)).from
  const left = await inTransaction(services.database, { account: actor.account, at: now }, async (tx) => {
    const waiting = await waitingAt(tx, points, { since, today })
    return shownTo(
      services,
      actor,
      tx,
      waiting
        .filter(({ referral, hands }) => isLeftToProvince(referral, hands))
        .map(({ referral }) => referral)
        .slice(0, shownMax),
    )
  })
  const recorded = await services.recorder.recordedOf(left.map(({ movement }) => movement as CommandId))
  const shown = left.flatMap((referral) => {
    const verdict = recorded.get(referral.movement as CommandId)?.verdict
    return verdict ? [structuredClone({ referral, verdict }) as unknown as OverseenAnswer] : []
  })
  return accept(shown)
}
