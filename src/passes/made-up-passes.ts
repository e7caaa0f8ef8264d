import { type AreaCode, type StateCode, stateOfArea } from '../kernel/code.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, instantOfMs } from '../kernel/time.ts'
import { newCommandId } from '../platform/ids.ts'
import type { Applicant } from './applicant.rules.ts'
import type { Application } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication, payFee } from './change-application.ts'
import { madeUpFaceCount } from './made-up/made-up-face.ts'
import { type MadeUpState, madeUpPerson } from './made-up/made-up-person.ts'
import { madeUpPhoto } from './made-up/made-up-photo.ts'
import { officesOn } from './mandate.queries.ts'
import { type PreparedPhoto, preparePhoto } from './photo.ts'
import { type Signing, signPass } from './sign-pass.ts'

/** Made-up people got their passes some days ago, so that yesterday at the crossing can be played with them. */
const daysAgo = 7
const officesUsed = 9
const inFlight = 8

/** Issues passes to made-up people `from` … `from + count - 1` through the desk's own commands, as of a week ago. The trial's history, marked made up. Returns how many were issued; people who have one are passed over. */
export async function issueMadeUpPasses(signing: Signing, { from, count }: { from: number; count: number }): Promise<Outcome<number>> {
  const then = instantOfMs(epochMs(signing.now()) - daysAgo * 86_400_000)
  const past: Signing = { ...signing, now: () => then }
  const offices = await districtOffices(signing, signing.state, civilDateAt(then, borderZone))
  if (offices.length === 0) return refuse('office.unknown')
  let [issued, next] = [0, from]
  const worker = async (): Promise<Outcome<number>> => {
    for (let index = next++; index < from + count; index = next++) {
      const office = offices[index % offices.length]
      const done = office && (await issueOne(past, office, index))
      if (done?.ok) issued += 1
      else if (done && !['applicant.has-live-pass', 'applicant.has-open-application'].includes(done.refusal.code)) return done
    }
    return { ok: true, value: issued }
  }
  const done = await Promise.all(Array.from({ length: inFlight }, worker))
  return done.find((each) => !each.ok) ?? { ok: true, value: issued }
}

async function districtOffices(signing: Signing, state: StateCode, date: CivilDate): Promise<AreaCode[]> {
  const offices = await officesOn(signing.database.query, date)
  return offices
    .filter(({ id, kind }) => kind === 'district' && stateOfArea(id) === state)
    .slice(0, officesUsed)
    .map(({ id }) => id)
}

async function issueOne(past: Signing, office: AreaCode, index: number): Promise<Outcome<Application>> {
  const step = () => ({ requestId: newCommandId(epochMs(past.now())), actor: 'made-up history' })
  const photo = await preparedFace(index % madeUpFaceCount)
  if (!photo.ok) return photo
  const applied = await applyForPass(past, {
    ...step(),
    office,
    applicant: madeUpApplicant(index, past.state as MadeUpState, office),
    photo: photo.value,
    madeUp: true,
  })
  if (!applied.ok) return applied
  const { id: application, fee } = applied.value
  const paid = await payFee(past, { ...step(), application, amount: fee.amount, currency: fee.currency })
  if (!paid.ok) return paid
  const approved = await approveApplication(past, { ...step(), application })
  return approved.ok ? signPass(past, { ...step(), application }) : approved
}

/** A made-up person as an applicant: the fields of the form, and nothing else. */
export function madeUpApplicant(index: number, state: MadeUpState, area?: AreaCode): Applicant {
  const { localName, localLanguage, givenName, familyName, birthDate, sex, nationality, nationalId, homeArea, address, guardian } = madeUpPerson(
    index,
    state,
    area,
  )
  return { localName, localLanguage, givenName, familyName, birthDate, sex, nationality, nationalId, homeArea, address, guardian }
}

const faces = new Map<number, Promise<Outcome<PreparedPhoto>>>()
function preparedFace(index: number): Promise<Outcome<PreparedPhoto>> {
  const kept = faces.get(index) ?? madeUpPhoto(index).then(preparePhoto)
  faces.set(index, kept)
  return kept
}
