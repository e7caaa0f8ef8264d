import { digestBytes } from '../../credential/leaked-key.ts'
import type { Trust } from '../../credential/trust.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { borderZone, type CivilDate, type ClockTime, civilDateAt, epochMs, type Instant, instantAt, instantOfMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { inNameOf } from '../issuing.ts'
import type { Signing } from '../sign-pass.ts'
import type { OfficeKey } from '../signing-keys.ts'
import { settledMs } from './leak-filter.ts'
import { findLeaks, type LeakDeclared } from './leaked-key.store.ts'
import { type CountedOfKey, countOfKey } from './signing-key.queries.ts'

export type SigningKeyShown = {
  readonly kid: string
  readonly office: AreaCode
  readonly signsFrom: Instant
  readonly signsUntil: Instant
  /** What two people say of it; null: nobody says that it leaked. */
  readonly leak: LeakDeclared | null
  /** What was said of it and withdrawn, the newest first. */
  readonly withdrawn: readonly LeakDeclared[]
  /** What verifiers are given of a leaked one. `settled`: a signature that was under way is in it too, so it grows no more. */
  readonly filter: { readonly passes: number; readonly settled: boolean } | null
  /** Another key of the office that signs now, in place of a leaked one; null: its next signature makes one. */
  readonly successor: string | null
}

/** The keys of the offices that the actor could declare leaked, the newest of each office first. */
export async function readSigningKeys(signing: Signing, actor: Actor, trust: Trust): Promise<Outcome<readonly SigningKeyShown[]>> {
  const at = signing.now()
  const mine = signing.keys.all().filter(({ office }) => may(actor.grants, 'mandate.revoke-passes', areaPlace(office), at).ok)
  const said = await inTransaction(signing.database, inNameOf(signing, actor), (tx) => findLeaks(tx))
  const leaks = new Map(said.filter(({ withdrawn }) => withdrawn === null).map((leak) => [leak.kid, leak] as const))
  const isLeaked = (kid: string) => leaks.get(kid)?.confirmed != null
  const shown = mine.map((key): SigningKeyShown => {
    const { kid } = key.trusted
    const leak = leaks.get(kid) ?? null
    const digests = trust.leaked?.find((each) => each.kid === kid)?.digests
    const since = leak?.confirmed?.at
    return {
      kid,
      office: key.office,
      signsFrom: startOf(key),
      signsUntil: key.signUntil,
      leak,
      withdrawn: said.filter((each) => each.kid === kid && each.withdrawn !== null).toReversed(),
      filter: digests && since ? { passes: digests.length / digestBytes, settled: epochMs(at) - epochMs(since) > settledMs } : null,
      successor: isLeaked(kid)
        ? (mine.find((other) => other.office === key.office && !isLeaked(other.trusted.kid) && signsAt(other, at))?.trusted.kid ?? null)
        : null,
    }
  })
  return accept(shown.toSorted((one, other) => order(one.office, other.office) || -order(one.signsFrom, other.signsFrom)))
}

export type LeakPreview = CountedOfKey & { readonly kid: string; readonly office: AreaCode; readonly since: CivilDate; readonly asOf: Instant }

/** What a declaration would be about: how many passes the key signed, and how many of those in force since the day on which it may have leaked. Nobody is named. */
export async function previewLeak(
  signing: Signing,
  actor: Actor,
  { kid, since }: { readonly kid: string; readonly since: CivilDate },
): Promise<Outcome<LeakPreview>> {
  const asOf = signing.now()
  const key = signing.keys.all().find(({ trusted }) => trusted.kid === kid)
  if (!key) return refuse('request.not-found')
  const allowed = may(actor.grants, 'mandate.revoke-passes', areaPlace(key.office), asOf)
  if (!allowed.ok) return allowed
  if (since > civilDateAt(asOf, borderZone)) return refuse('time.invalid', { about: { leakedOn: since } })
  const from = instantAt(since, '00:00' as ClockTime, borderZone)
  const counted = await inTransaction(signing.database, inNameOf(signing, actor), (tx) => countOfKey(tx, { kid, office: key.office, since: from }))
  return accept({ kid, office: key.office, since, asOf, ...counted })
}

const startOf = ({ trusted }: OfficeKey): Instant => instantOfMs(trusted.notBefore * 1000)
const signsAt = (key: OfficeKey, at: Instant): boolean => startOf(key) <= at && at < key.signUntil
const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
