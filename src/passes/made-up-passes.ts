import type { Actor } from '../identity/actor.rules.ts'
import { type AreaCode, type StateCode, stateOfArea } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, instantOfMs } from '../kernel/time.ts'
import { type HolderBoundId, newCommandId } from '../platform/ids.ts'
import type { Applicant } from './applicant.rules.ts'
import type { Application } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { approveApplication, payFee } from './change-application.ts'
import { madeUpFaceCount } from './made-up/made-up-face.ts'
import { type MadeUpState, madeUpPerson } from './made-up/made-up-person.ts'
import { madeUpPhoto } from './made-up/made-up-photo.ts'
import { officesOn } from './mandate.queries.ts'
import { papersNeeded, type Seen } from './papers.rules.ts'
import { type PreparedPhoto, preparePhoto } from './photo.ts'
import type { Signing } from './sign-pass.ts'

/** Made-up people got their passes some days ago, so that yesterday at the crossing can be played with them. */
const daysAgo = 7
const officesUsed = 9
const inFlight = 8
/** As many as a governor signs with one gesture. */
const listMax = 50

/** An office's made-up staff: each step of a case is in the hands that the authority table asks for. */
export type MadeUpOffice = {
  readonly clerk: Actor
  readonly cashier: Actor
  readonly reviewer: Actor
  /** Signs a list as the office's governor, with a gesture of that person's own authenticator. */
  sign(signing: Signing, applications: readonly HolderBoundId[]): Promise<Outcome<unknown>>
}
export type MadeUpOffices = (office: AreaCode) => Promise<MadeUpOffice>

/** Issues passes to made-up people `from` … `from + count - 1` through the desk's own commands, as of a week ago. The demonstration's history, marked made up. Returns how many were issued; people who have one are passed over. */
export async function issueMadeUpPasses(
  signing: Signing,
  staff: MadeUpOffices,
  { from, count }: { from: number; count: number },
): Promise<Outcome<number>> {
  const then = instantOfMs(epochMs(signing.now()) - daysAgo * 86_400_000)
  const past: Signing = { ...signing, now: () => then }
  const offices = await districtOffices(signing, signing.state, civilDateAt(then, borderZone))
  if (offices.length === 0) return refuse('office.unknown')
  const lists = offices.flatMap((office, turn) => {
    const indexes = Array.from({ length: count }, (_, offset) => from + offset).filter((index) => index % offices.length === turn)
    return Array.from({ length: Math.ceil(indexes.length / listMax) }, (_, list) => ({
      office,
      indexes: indexes.slice(list * listMax, (list + 1) * listMax),
    }))
  })
  let issued = 0
  for (const { office, indexes } of lists) {
    const done = await issueList(past, office, await staff(office), indexes)
    if (!done.ok) return done
    issued += done.value
  }
  return accept(issued)
}

/** Takes, is paid for and approves each case, some at once; the governor signs them together. */
async function issueList(past: Signing, office: AreaCode, staff: MadeUpOffice, indexes: readonly number[]): Promise<Outcome<number>> {
  const approved: HolderBoundId[] = []
  let next = 0
  const worker = async (): Promise<Outcome<undefined>> => {
    for (let index = indexes[next++]; index !== undefined; index = indexes[next++]) {
      const done = await approveOne(past, office, staff, index)
      if (done.ok) approved.push(done.value.id)
      else if (!['applicant.has-live-pass', 'applicant.has-open-application'].includes(done.refusal.code)) return done
    }
    return accept(undefined)
  }
  const done = await Promise.all(Array.from({ length: inFlight }, worker))
  const refused = done.find((each) => !each.ok)
  if (refused) return refused as Outcome<number>
  if (approved.length === 0) return accept(0)
  const signed = await staff.sign(past, approved)
  return signed.ok ? accept(approved.length) : signed
}

async function districtOffices(signing: Signing, state: StateCode, date: CivilDate): Promise<AreaCode[]> {
  const offices = await officesOn(signing.database.query, date)
  return offices
    .filter(({ id, kind }) => kind === 'district' && stateOfArea(id) === state)
    .slice(0, officesUsed)
    .map(({ id }) => id)
}

async function approveOne(past: Signing, office: AreaCode, { clerk, cashier, reviewer }: MadeUpOffice, index: number): Promise<Outcome<Application>> {
  const requestId = () => newCommandId(epochMs(past.now()))
  const photo = await preparedFace(index % madeUpFaceCount)
  if (!photo.ok) return photo
  const applicant = madeUpApplicant(index, past.state as MadeUpState, office)
  const seen = madeUpSeen(past, applicant, civilDateAt(past.now(), borderZone))
  const applied = await applyForPass(past, { requestId: requestId(), actor: clerk, office, applicant, photo: photo.value, madeUp: true, seen })
  if (!applied.ok) return applied
  const { id: application, fee } = applied.value
  const paid = await payFee(past, { requestId: requestId(), actor: cashier, application, amount: fee.amount, currency: fee.currency })
  return paid.ok ? approveApplication(past, { requestId: requestId(), actor: reviewer, application }) : paid
}

/** A made-up person brings every paper, and has lived there for long. */
function madeUpSeen({ law, state }: Signing, { birthDate }: Applicant, date: CivilDate): Seen {
  const lines = papersNeeded(law, state, { kind: 'new', date, birthDate })
  return { papers: lines.flatMap(({ oneOf }) => oneOf.slice(0, 1)), residence: { since: birthDate, proofOn: date } }
}

/** A made-up person as an applicant: the fields of the form, and nothing else. */
export function madeUpApplicant(index: number, state: MadeUpState, area?: AreaCode): Applicant {
  const { localName, localLanguage, givenName, familyName, birthDate, sex, nationality, nationalId, homeArea, address, guardian } = madeUpPerson(
    index,
    state,
    area,
  )
  return { localName, localLanguage, givenName, familyName, birthDate, sex, nationality, nationalId, homeArea, address, guardian, familyBook: null }
}

const faces = new Map<number, Promise<Outcome<PreparedPhoto>>>()
function preparedFace(index: number): Promise<Outcome<PreparedPhoto>> {
  const kept = faces.get(index) ?? madeUpPhoto(index).then(preparePhoto)
  faces.set(index, kept)
  return kept
}
