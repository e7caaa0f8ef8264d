import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt } from '../kernel/time.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { assessWish, type PassWish, photoServes } from './about-pass.rules.ts'
import type { AboutPass } from './application.store.ts'
import type { Comparing } from './count-search.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import { findOnRecord, type PassOnRecord } from './pass-on-record.queries.ts'

export type OnRecord = {
  readonly pass: PassOnRecord
  readonly photo: { readonly takenOn: CivilDate | null; readonly serves: boolean; readonly monthsMax: number }
}

/**
 * Whose pass it is, to whoever takes the case about it: what is on record is not typed again. Only where that case could be begun, only at the pass's own office, and
 * the reading is recorded; another office's pass answers as one that does not exist.
 */
export function readApplicantOfPass(comparing: Comparing, actor: Actor, number: string, wish: PassWish): Promise<Outcome<OnRecord>> {
  const at = comparing.now()
  return inTransaction<Outcome<OnRecord>>(comparing.database, inNameOf(comparing, actor), async (tx) => {
    const pass = await findOnRecord(tx, number)
    if (!pass || !may(actor.grants, 'application.take', areaPlace(pass.office), at).ok) return refuse('pass.not-here')
    await recordRead(tx, { account: actor.account, subject: pass.number, place: pass.office, at })
    const assessed = assessWish(pass, wish, whereOf(comparing))
    return assessed.ok ? accept({ pass, photo: photoOf(comparing, pass, wish) }) : assessed
  })
}

/** The photo that a case without a new one goes on with: the pass's own, as old as it is. Refused: there is none that serves. */
export async function photoOnRecord(
  tx: Tx,
  issuing: Issuing,
  { actor, about, monthsMax }: { readonly actor: Actor; readonly about: AboutPass; readonly monthsMax: number },
): Promise<Outcome<NonNullable<PassOnRecord['photo']>>> {
  const pass = await findOnRecord(tx, about.number)
  const isOwn = pass !== undefined && may(actor.grants, 'application.take', areaPlace(pass.office), issuing.now()).ok
  const serves = isOwn && photoServes(takenOn(pass), about.kind === 'extension' ? about.kind : about.cause, monthsMax, whereOf(issuing))
  return serves && pass.photo ? accept(pass.photo) : refuse('applicant.photo-too-old', { about: { field: 'photo', months: monthsMax } })
}

function photoOf(comparing: Comparing, pass: PassOnRecord, wish: PassWish): OnRecord['photo'] {
  const monthsMax = comparing.parameters('photo.months-max', comparing.now())
  return { takenOn: takenOn(pass), serves: photoServes(takenOn(pass), wish, monthsMax, whereOf(comparing)), monthsMax }
}

const takenOn = ({ photo }: PassOnRecord): CivilDate | null => photo && civilDateAt(photo.takenAt, borderZone)
const whereOf = ({ law, state, now }: Issuing) => ({ law, issuer: state, today: civilDateAt(now(), borderZone) })
