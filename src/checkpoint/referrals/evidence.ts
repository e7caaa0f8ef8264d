import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs } from '../../kernel/time.ts'
import { discreet } from '../../movements/discreet.rules.ts'
import { holderOf } from '../../movements/movements.routes.ts'
import { presentedPass } from '../../movements/read-movements.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import type { EvidenceAnswer } from './evidence.routes.ts'
import { oneReferral } from './work-referrals.ts'

/** Who it is is shown while they wait, and so long after. */
const holderShownMs = 86_400_000

/** The referral, and what its verdict stood on. Which entries of the watchlist came near is asked apart. */
export async function readEvidence(services: PointServices, actor: Actor, movement: string): Promise<Outcome<EvidenceAnswer>> {
  const found = await oneReferral(services, actor, movement)
  if (!found.ok) return found
  const { referral, id } = found.value
  const recorded = await services.recorder.recorded(id)
  if (!recorded || !('facts' in recorded)) return refuse('referral.not-found')
  const { facts, verdict } = structuredClone(recorded)
  const isFresh = referral.state === 'open' || epochMs(services.now()) - epochMs(referral.since) < holderShownMs
  const isOurs = facts.document.issuer === services.state && referral.number !== null
  // The pass of somebody who stands at the point: by whoever may ask about them there.
  const mayAsk = isFresh && isOurs && standingAt(services, actor, 'verdict.ask', referral.point).ok
  const pass = mayAsk && referral.number !== null ? await presentedPass(services, actor, referral.point, referral.number) : undefined
  const shown = { referral, facts: discreet(facts), verdict, holder: pass ? holderOf(pass) : null }
  return accept(shown as unknown as EvidenceAnswer)
}
