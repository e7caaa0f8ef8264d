import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { dayMs, epochMs, type Instant } from '../../kernel/time.ts'
import { discreet } from '../../movements/discreet.rules.ts'
import { holderOf } from '../../movements/movements.routes.ts'
import { presentedPass } from '../../movements/read-movements.ts'
import { type PointServices, standingAt } from '../point-services.ts'
import type { EvidenceAnswer } from './evidence.routes.ts'
import { oneReferral } from './work-referrals.ts'

/** Who it is is shown while they wait, and so long after. */
const holderShownMs = dayMs

/** The referral, and what its verdict stood on. Which entries of the watchlist came near is asked apart. */
export async function readEvidence(services: PointServices, actor: Actor, movement: string): Promise<Outcome<EvidenceAnswer>> {
  const found = await oneReferral(services, actor, movement)
  if (!found.ok) return found
  const { referral, id } = found.value
  const recorded = await services.recorder.recorded(id)
  if (!recorded) return refuse('referral.not-found')
  const { facts, verdict } = structuredClone(recorded)
  const { point, number, since, state } = referral
  const holder = await holderInHand(services, actor, { point, number, since, issuer: facts.document.issuer, waits: state === 'open' })
  return accept({ referral, facts: discreet(facts), verdict, holder } as unknown as EvidenceAnswer)
}

type InHand = {
  readonly point: string
  readonly number: string | null
  readonly issuer: string | null
  readonly since: string
  readonly waits?: boolean
}

/** The holder of a pass of ours that was presented at the point not long ago: by whoever may ask about them there. */
export async function holderInHand(services: PointServices, actor: Actor, { point, number, issuer, since, waits = false }: InHand) {
  const isFresh = waits || epochMs(services.now()) - epochMs(since as Instant) < holderShownMs
  if (!isFresh || number === null || issuer !== services.state || !standingAt(services, actor, 'verdict.ask', point).ok) return null
  const pass = await presentedPass(services, actor, point, number)
  return pass ? holderOf(pass) : null
}
