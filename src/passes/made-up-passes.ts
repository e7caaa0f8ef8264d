import type { Actor } from '../identity/actor.rules.ts'
import { type AreaCode, type StateCode, stateOfArea } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, dayMs, epochMs, instantOfMs } from '../kernel/time.ts'
import { type HolderBoundId, newCommandId } from '../platform/ids.ts'
import type { Applicant } from './applicant.rules.ts'
import type { Application } from './application.store.ts'
import { applyForPass } from './apply-for-pass.ts'
import { collectPasses } from './booklets/produce-booklet.ts'
import { approveApplications } from './change-application.ts'
import type { Issuing } from './issuing.ts'
import { bindMadeUpBooklets } from './made-up/made-up-booklets.ts'
import { madeUpFaceCount } from './made-up/made-up-face.ts'
import { type MadeUpState, madeUpIndexMax, madeUpPerson } from './made-up/made-up-person.ts'
import { madeUpMark, madeUpPhoto } from './made-up/made-up-photo.ts'
import { officesOn } from './mandate.queries.ts'
import { papersNeeded, type Seen } from './papers.rules.ts'
import { type PreparedPhoto, preparePhoto } from './photo.ts'
import type { Signing } from './sign-pass.ts'

/** Made-up people got their passes some days ago, so that yesterday at the crossing can be played with them. */
const daysAgo = 7
const officesUsed = 9
/** Lists at once, each of another office, and cases of one list at once. */
const listsInFlight = 2
const inFlight = 4
/** As many as a governor signs with one gesture. */
const listMax = 50
/** So many are a trial's crowd, which leaves some waiting at the offices. */
const crowd = 100

/** An office's made-up staff: each step of a case is in the hands that the authority table asks for. */
export type MadeUpOffice = {
  readonly clerk: Actor
  readonly reviewer: Actor
  /** Takes the fee in cash as the office's cashier. */
  takeFee(issuing: Issuing, application: Pick<Application, 'id' | 'fee'>): Promise<Outcome<unknown>>
  readonly printer: Actor
  readonly administrator: Actor
  /** Signs a list as the office's governor, with a gesture of that person's own authenticator. */
  sign(signing: Signing, applications: readonly HolderBoundId[]): Promise<Outcome<unknown>>
}
export type MadeUpOffices = (office: AreaCode) => Promise<MadeUpOffice>

/**
 * Issues passes to made-up people `from` … `from + count - 1` through the desk's own commands, as of a week ago, up to the hand-over. The demonstration's
 * history, marked made up. Returns how many were handed over; people who have one are passed over. With a crowd a few more cases come that are still under way.
 */
export async function issueMadeUpPasses(
  signing: Signing,
  staff: MadeUpOffices,
  { from, count }: { from: number; count: number },
): Promise<Outcome<number>> {
  const past = daysBefore(signing, daysAgo)
  const offices = await districtOffices(signing, signing.state, civilDateAt(past.now(), borderZone))
  if (offices.length === 0) return refuse('office.unknown')
  const lists = offices.flatMap((office, turn) => {
    const indexes = Array.from({ length: count }, (_, offset) => from + offset).filter((index) => index % offices.length === turn)
    return Array.from({ length: Math.ceil(indexes.length / listMax) }, (_, list) => ({
      office,
      indexes: indexes.slice(list * listMax, (list + 1) * listMax),
    }))
  })
  const done = await eachOf(lists, listsInFlight, async ({ office, indexes }) => issueList(past, office, await staff(office), indexes))
  if (!done.ok) return done
  if (count >= crowd) {
    const office = offices[Math.floor(from / count) % offices.length] as AreaCode
    const left = await leaveUnderWay(signing, office, await staff(office), from)
    if (!left.ok) return left
  }
  return accept(done.value.reduce((sum, issued) => sum + issued, 0))
}

const daysBefore = (signing: Signing, days: number): Signing => {
  const then = instantOfMs(epochMs(signing.now()) - days * dayMs)
  return { ...signing, now: () => then }
}

/** Some at once, in order; the first refusal ends it. */
async function eachOf<T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<Outcome<R>>): Promise<Outcome<R[]>> {
  const results: R[] = []
  let refused: Outcome<R[]> | undefined
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length && !refused; index = next++) {
      const done = await work(all[index] as T)
      if (done.ok) results.push(done.value)
      else refused = done
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return refused ?? accept(results)
}

/** Takes each case; the cashier is paid for them, the reviewer approves them, the governor signs them, the printer binds them and hands them over, each all together. */
async function issueList(past: Signing, office: AreaCode, staff: MadeUpOffice, indexes: readonly number[]): Promise<Outcome<number>> {
  const taken = await eachOf(indexes, inFlight, (index) => takeOne(past, office, staff, index))
  if (!taken.ok) return taken
  const cases = taken.value.flatMap((application) => application ?? [])
  if (cases.length === 0) return accept(0)
  const bound = await upTo('collected', past, office, staff, cases)
  return bound.ok ? accept(cases.length) : bound
}

const stages = ['paid', 'approved', 'signed', 'produced', 'collected'] as const
type Stage = (typeof stages)[number]

/** Takes submitted cases of one office through the rest of the workflow, up to a stage. */
async function upTo(stage: Stage, past: Signing, office: AreaCode, staff: MadeUpOffice, cases: readonly Application[]): Promise<Outcome<undefined>> {
  const commands = () => cases.map(({ id }) => ({ application: id, requestId: newCommandId(epochMs(past.now())) }))
  const steps: { readonly [stage in Stage]: () => Promise<Outcome<unknown>> } = {
    paid: () => eachOf(cases, inFlight, (application) => staff.takeFee(past, application)),
    approved: () => approveApplications(past, { actor: staff.reviewer, cases: commands() }),
    signed: () =>
      staff.sign(
        past,
        cases.map(({ id }) => id),
      ),
    produced: () => bindMadeUpBooklets(past, office, staff, commands()),
    collected: async () => {
      const mark = await signature
      return collectPasses(past, { actor: staff.printer, cases: commands().map((each) => ({ ...each, kind: 'signature', mark })) })
    },
  }
  for (const step of stages.slice(0, stages.indexOf(stage) + 1)) {
    const done = await steps[step]()
    if (!done.ok) return done
  }
  return accept(undefined)
}
const signature = madeUpMark()

const underWayFrom = 5_000_000
const lateDaysAgo = 20

/** What an office has in hand on any day: a case in each state since yesterday, and now and then one that is late. */
async function leaveUnderWay(signing: Signing, office: AreaCode, staff: MadeUpOffice, from: number): Promise<Outcome<undefined>> {
  const first = underWayFrom + (from % (madeUpIndexMax - underWayFrom - 10))
  const since = daysBefore(signing, 1)
  const submitted = await takeOne(since, office, staff, first)
  if (!submitted.ok) return submitted
  const wanted: [Stage, Signing][] = (['paid', 'approved', 'signed', 'produced'] as const).map((stage) => [stage, since])
  if (from % 400 < 200) wanted.push(['paid', daysBefore(signing, lateDaysAgo)])
  for (const [offset, [stage, then]] of wanted.entries()) {
    const taken = await takeOne(then, office, staff, first + 1 + offset)
    const done = taken.ok && taken.value ? await upTo(stage, then, office, staff, [taken.value]) : taken
    if (!done.ok) return done
  }
  return accept(undefined)
}

async function districtOffices(signing: Signing, state: StateCode, date: CivilDate): Promise<AreaCode[]> {
  const offices = await officesOn(signing.database.query, date)
  return offices
    .filter(({ id, kind }) => kind === 'district' && stateOfArea(id) === state)
    .slice(0, officesUsed)
    .map(({ id }) => id)
}

/** Undefined: this person has a pass, or a case. */
async function takeOne(past: Signing, office: AreaCode, { clerk }: MadeUpOffice, index: number): Promise<Outcome<Application | undefined>> {
  const photo = await preparedFace(index % madeUpFaceCount)
  if (!photo.ok) return photo
  const applicant = madeUpApplicant(index, past.state as MadeUpState, office)
  const requestId = newCommandId(epochMs(past.now()))
  const seen = madeUpSeen(past, applicant, civilDateAt(past.now(), borderZone))
  const applied = await applyForPass(past, { requestId, actor: clerk, office, applicant, photo: photo.value, madeUp: true, seen })
  const passedOver = !applied.ok && ['applicant.has-live-pass', 'applicant.has-open-application'].includes(applied.refusal.code)
  return passedOver ? accept(undefined) : applied
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
