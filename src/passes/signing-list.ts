import { hash } from 'node:crypto'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { recordRead } from '../audit/record-read.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { accept, type Outcome, type Refusal, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant } from '../kernel/time.ts'
import { rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import { nextState } from './application.rules.ts'
import { type Application, findApplicationsForUpdate } from './application.store.ts'
import { mayChange } from './change-application.ts'
import { holdMandatesOf } from './mandate.queries.ts'
import { assessMandate, type Mandate } from './mandate.rules.ts'
import { assessExtension, findSubjects, problemOfReplacing } from './old-passes.ts'
import { findLivePasses } from './pass.queries.ts'
import { lastValidDay } from './pass.rules.ts'
import { expireOldPasses, type PassInChange } from './pass.store.ts'
import type { Signing } from './sign-pass.ts'
import { hashPhotos, insertList, insertRows } from './signing.store.ts'
import { identityNumberDigest, newSalt, rowDigest } from './signing-digests.ts'
import { type GestureDesk, gestureOptions } from './signing-gesture.ts'
import { canonicalJson, listApplicationsMax, listEnd, type ManifestRow, manifestOf, manifestRow, type Salts } from './signing-manifest.rules.ts'

/** What signing needs of the instance. */
export type SigningDesk = Signing & GestureDesk

export type ListShown = {
  readonly list: string
  readonly at: Instant
  readonly signer: string
  readonly office: AreaCode
  readonly mandate: { readonly id: string; readonly instrument: string; readonly holder: string }
  readonly applications: readonly ManifestRow[]
  /** Of the rows, in their order: with them whoever is shown the rows makes the same hash. */
  readonly salts: readonly string[]
  readonly sha256: string
  readonly expiresAt: Instant
  /** For the browser's passkey: its challenge is the hash of the list. */
  readonly options: PublicKeyCredentialRequestOptionsJSON
}

/**
 * Makes the list that a governor is shown and signs with one gesture: approved applications of one office, in the order asked.
 * One that cannot be signed refuses the list: the code is the first one's, and `about` names each such application with its own.
 */
export async function makeSigningList(
  desk: SigningDesk,
  actor: Actor,
  ids: readonly HolderBoundId[],
  chance: () => string = newSalt,
): Promise<Outcome<ListShown>> {
  const at = desk.now()
  const made = await rollBackOn(desk.database, { account: actor.account, at }, async (tx) => {
    const read = await readCases(tx, desk, { actor, at, ids, saltsOf: () => ({ row: chance(), identityNumber: chance() }) })
    if (!read.ok) return read
    const { office, mandate, cases } = read.value
    const id = newHolderBoundId(epochMs(at))
    const manifest = canonicalJson(manifestOf({ id, at, signer: actor.account, office, mandate, digests: digestsOf(cases) }))
    const sha256 = hash('sha256', manifest, 'buffer')
    const list = { id, office, sha256, expiresAt: listEnd(at) }
    await recordRead(tx, { account: actor.account, subject: `list to sign of ${office}`, place: office, at })
    await insertList(tx, { ...list, account: actor.account, mandate: mandate.id, manifest, madeAt: at })
    const rows = cases.map(({ application, row, salts }) => ({ application: application.id, row: canonicalJson(row), salts }))
    await insertRows(tx, id, rows)
    return accept({ ...list, mandate, cases })
  })
  if (!made.ok) return made
  const { id, office, mandate, cases, sha256, expiresAt } = made.value
  return accept({
    list: id,
    at,
    signer: actor.account,
    office,
    mandate: { id: mandate.id, instrument: mandate.instrument, holder: mandate.holder },
    applications: cases.map(({ row }) => row),
    salts: cases.map(({ salts }) => salts.row),
    sha256: sha256.toString('hex'),
    expiresAt,
    options: await gestureOptions(desk, actor.account, sha256),
  })
}

export type CaseToSign = { readonly application: Application; readonly row: ManifestRow; readonly salts: Salts; readonly chip: Buffer }
export type CasesToSign = { readonly office: AreaCode; readonly mandate: Mandate; readonly cases: readonly CaseToSign[] }

export const digestsOf = (cases: readonly CaseToSign[]): string[] => cases.map(({ row, salts }) => rowDigest(row, salts.row))

export type CasesAsked = {
  readonly actor: Actor
  readonly at: Instant
  readonly ids: readonly HolderBoundId[]
  /** Asked once for each case: new ones when a list is shown, the same again when it is signed. */
  saltsOf(id: HolderBoundId): Salts
}

/** Loads and locks the applications as they stand now, and asks of each whether this person may sign it now. What both the showing and the signing go by. */
export async function readCases(tx: Tx, signing: Signing, asked: CasesAsked): Promise<Outcome<CasesToSign>> {
  const { actor, at } = asked
  const ids = [...new Set(asked.ids)]
  if (ids.length > listApplicationsMax) return refuse('signature.list-too-long', { about: { max: listApplicationsMax, asked: ids.length } })
  const found = new Map((await findApplicationsForUpdate(tx, ids)).map((application) => [application.id, application]))
  const held = new Map<HolderBoundId, Refusal>()
  const allowed: Application[] = []
  for (const id of ids) {
    const answer = assessCase(found.get(id), actor, at)
    if (answer.ok) allowed.push(answer.value)
    else held.set(id, answer.refusal)
  }
  const [first] = allowed
  const mandate = first && (await mandateOf(tx, first, at))
  // A live pass counts wherever it was issued: the people on the list are in hand now.
  await takeInHand(
    tx,
    allowed.map(({ applicant }) => applicant.nationalId),
  )
  const live = await livePassesOf(tx, allowed, at)
  const subjects = await findSubjects(tx, allowed)
  const lastDays = new Map<HolderBoundId, CivilDate>()
  for (const application of allowed) {
    const answer = !mandate?.ok ? mandate : assessSigning(application, mandate.value, { signing, live, subjects }, at)
    if (answer?.ok === false) held.set(application.id, answer.refusal)
    else if (answer?.ok && typeof answer.value === 'string') lastDays.set(application.id, answer.value)
  }
  if (held.size > 0 || !mandate?.ok) return refuse(...refusalOf(ids, held))
  const cases = await toSign(tx, allowed, lastDays, asked)
  return accept({ office: first?.office ?? mandate.value.area, mandate: mandate.value, cases })
}

function assessCase(application: Application | undefined, actor: Actor, at: Instant): Outcome<Application> {
  if (!application) return refuse('application.not-found')
  const allowed = mayChange(application, actor, 'sign', at)
  if (!allowed.ok) return allowed
  const next = nextState(application.state, 'sign')
  return 'problem' in next ? refuse(next.problem) : accept(application)
}

const mandateOf = async (tx: Tx, { office, applicant }: Application, now: Instant): Promise<Outcome<Mandate>> =>
  assessMandate(await holdMandatesOf(tx, office), { power: 'sign', area: applicant.homeArea, now })

async function livePassesOf(tx: Tx, applications: readonly Application[], now: Instant): Promise<ReadonlyMap<string, string>> {
  const people = applications.map(({ personId }) => personId)
  if (people.length === 0) return new Map()
  await expireOldPasses(tx, people, now)
  return findLivePasses(tx, people, now)
}

/** `live`: person → the number of their live pass; `subjects`: the passes to be replaced or extended, by number. */
type Register = {
  readonly signing: Pick<Signing, 'law' | 'state'>
  readonly live: ReadonlyMap<string, string>
  readonly subjects: ReadonlyMap<string, PassInChange>
}

/** The last day the pass will be good, or why it cannot be signed now. One list, one mandate: whoever it does not reach belongs on another list. */
function assessSigning(
  application: Application,
  mandate: Mandate,
  { signing: { law, state }, live, subjects }: Register,
  now: Instant,
): Outcome<CivilDate> {
  const { office, applicant, personId, kind, subjectPass } = application
  const today = civilDateAt(now, borderZone)
  const { instrument, area } = mandate
  if (office !== mandate.office) return refuse('mandate.area', { instruments: [instrument], about: { area: office, mandateArea: area } })
  const reached = assessMandate([mandate], { power: 'sign', area: applicant.homeArea, now })
  if (!reached.ok) return reached
  const number = live.get(personId)
  if (number !== undefined && number !== subjectPass) return refuse('applicant.has-live-pass', { about: { number } })
  const subject = subjectPass === null ? undefined : subjects.get(subjectPass)
  if (kind === 'extension') return subject ? assessExtension(law, state, { pass: subject, applicant }, today) : refuse('pass.not-here')
  const problem = kind === 'replacement' ? problemOfReplacing(subject?.state) : undefined
  return problem ? refuse(problem, { about: { number: subjectPass ?? '' } }) : accept(lastValidDay(law, state, today))
}

/** The first one's code and words; each one's code under its id. */
function refusalOf(ids: readonly HolderBoundId[], held: ReadonlyMap<HolderBoundId, Refusal>): Parameters<typeof refuse> {
  const inOrder = ids.flatMap((id) => [held.get(id) ?? []].flat().map((refusal) => ({ id, refusal })))
  const [first] = inOrder
  if (!first) return ['application.not-found']
  const { code, about, instruments } = first.refusal
  const each = Object.fromEntries(inOrder.map(({ id, refusal }) => [id, refusal.code]))
  return [code, { about: { ...about, heldBack: inOrder.length, ...each }, ...(instruments && { instruments }) }]
}

/** Each with its photo's hashes and its salts. */
async function toSign(
  tx: Tx,
  applications: readonly Application[],
  lastDays: ReadonlyMap<HolderBoundId, CivilDate>,
  { saltsOf }: Pick<CasesAsked, 'saltsOf'>,
): Promise<CaseToSign[]> {
  const photos = await hashPhotos(
    tx,
    applications.map(({ photoId }) => photoId),
  )
  return applications.map((application) => {
    const photo = photos.get(application.photoId)
    if (!photo) throw new Error('an application without its photo')
    const salts = saltsOf(application.id)
    const identityNumber = identityNumberDigest(application.applicant.nationalId, salts.identityNumber)
    const hashes = { identityNumber, photo: photo.portraitSha256, qrPhoto: photo.chipSha256 }
    const lastDay = lastDays.get(application.id)
    if (lastDay === undefined) throw new Error('an application without its last day')
    return { application, row: manifestRow(application, hashes, lastDay), salts, chip: photo.chip }
  })
}
