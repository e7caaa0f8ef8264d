import { hash } from 'node:crypto'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { findEvent, recordEvent } from '../audit/record-event.ts'
import { encodeCbor } from '../credential/cbor.ts'
import { header, signSign1 } from '../credential/cose.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Grant } from '../identity/grant.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { Authenticator } from '../identity/software-authenticator.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochMs, type Instant } from '../kernel/time.ts'
import { brokeUnique, rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId, newCommandId } from '../platform/ids.ts'
import { type Assertion, type Statement, sealDomain, sealedText } from './evidence.rules.ts'
import { countDeed, countSteps } from './numbers/counters.store.ts'
import { replacePasses } from './old-passes.ts'
import { signPasses } from './sign-pass.ts'
import {
  findListForUpdate,
  findRoleInForce,
  findRows,
  insertSignature,
  markListUsed,
  markSigned,
  passesOfList,
  type RoleOnRecord,
  type SignedPass,
  type SigningList,
} from './signing.store.ts'
import { passDigest } from './signing-digests.ts'
import { type Gesture, rpIdOf, verifyGesture } from './signing-gesture.ts'
import { type CasesToSign, type CaseToSign, digestsOf, makeSigningList, readCases, type SigningDesk } from './signing-list.ts'
import { canonicalJson, type Manifest, manifestOf, type Salts } from './signing-manifest.rules.ts'

export type SignList = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly list: string
  readonly assertion: AuthenticationResponseJSON
}
export type ListSigned = { readonly list: string; readonly office: string; readonly signedAt: Instant; readonly passes: readonly SignedPass[] }

/**
 * Signs every pass of a list with one gesture: the actor's own list, unused and under five minutes old, everything on it still as it was shown,
 * and a passkey's answer to exactly its hash with the person verified. One transaction: all are signed or none. The same request again answers the same.
 */
export async function signList(desk: SigningDesk, command: SignList): Promise<Outcome<ListSigned>> {
  const at = desk.now()
  const gestures = countedOnce(desk, command, at)
  try {
    return await signOnce(desk, command, { at, gestures })
  } catch (error) {
    // A file of existing holders brought somebody on it an older pass in the same moment: the second reading knows it.
    if (!brokeUnique(error, 'pass_one_live')) throw error
    return signOnce(desk, command, { at, gestures })
  }
}

type Gestures = (list: SigningList) => Promise<Outcome<Gesture>>

function signOnce(desk: SigningDesk, command: SignList, { at, gestures }: { at: Instant; gestures: Gestures }): Promise<Outcome<ListSigned>> {
  const { actor, requestId } = command
  return rollBackOn(desk.database, { account: actor.account, at }, async (tx) => {
    const list = await findListForUpdate(tx, command.list)
    if (!list || list.account !== actor.account) return refuse('signature.list-not-found')
    const before = await findEvent(tx, requestId)
    if (before && (before.type !== 'ListSigned' || before.subject !== list.id)) return refuse('request.id-reused', { about: { id: requestId } })
    if (before) return accept({ list: list.id, office: list.office, signedAt: list.usedAt ?? at, passes: await passesOfList(tx, list.id) })
    if (list.usedAt !== null || at >= list.expiresAt) return refuse('signature.list-used')
    const allowed = may(actor.grants, 'pass.sign', areaPlace(list.office), at)
    if (!allowed.ok) return allowed
    const read = await readAgain(tx, desk, actor, list, at)
    if (!read.ok) return read
    const gesture = await gestures(list)
    if (!gesture.ok) return gesture
    return signCases(tx, desk, { command, list, at, grant: allowed.value, gesture: gesture.value, ...read.value })
  })
}

/** A gesture is verified and counted once, though a lost race runs the transaction again: its count lives in another login's tables. */
function countedOnce(desk: SigningDesk, { actor, assertion }: SignList, at: Instant): Gestures {
  let counted: Outcome<Gesture> | undefined
  return async (list) => {
    if (counted) return counted
    const gesture = await verifyGesture(desk, actor.account, list.sha256, assertion)
    if (!gesture.ok) return gesture
    const isNew = await desk.credentials.countGesture(gesture.value.credential.id, gesture.value.counter, at)
    counted = isNew ? gesture : refuse('signature.gesture')
    return counted
  }
}

/** The list as it would be made now. Anything that differs from what was shown refuses it; a mandate that ended says so itself. */
async function readAgain(tx: Tx, desk: SigningDesk, actor: Actor, list: SigningList, at: Instant): Promise<Outcome<CasesToSign>> {
  const shown = new Map((await findRows(tx, list.id)).map(({ application, salts }) => [application, salts]))
  // A list of version 1, shown before this form, has no rows.
  if (shown.size === 0) return refuse('signature.list-changed')
  const saltsOf = (id: HolderBoundId): Salts => shown.get(id) ?? raise('a case that is not on the list')
  const read = await readCases(tx, desk, { actor, at, ids: [...shown.keys()], saltsOf })
  if (!read.ok) {
    const { code, about } = read.refusal
    return code.startsWith('mandate.') ? read : refuse('signature.list-changed', { about: { ...about, first: code } })
  }
  const { office, mandate, cases } = read.value
  const now = manifestOf({ id: list.id, at: list.madeAt, signer: actor.account, office, mandate, digests: digestsOf(cases) })
  if (canonicalJson(now) !== list.manifest) return refuse('signature.list-changed')
  return read
}

type ToSign = CasesToSign & {
  readonly command: SignList
  readonly list: SigningList
  readonly at: Instant
  readonly grant: Grant
  readonly gesture: Gesture
}

async function signCases(tx: Tx, desk: SigningDesk, signing: ToSign): Promise<Outcome<ListSigned>> {
  const { command, list, at, office, mandate, cases, grant } = signing
  const role = await findRoleInForce(tx, grant, at)
  if (!role) return refuse('authority.revoked')
  await replacePasses(
    tx,
    cases.map(({ application }) => application),
    { account: command.actor.account, at },
  )
  const made = await signPasses(
    tx,
    desk,
    { office, mandate, list: list.id, at },
    cases.map(({ application, row, chip }) => ({ application, chip, lastDay: row.lastDay })),
  )
  const passes = made.map(({ application, number }) => ({ application: application.id, number }))
  await markSigned(tx, passes, { at, by: mandate.holder, account: command.actor.account, mandate: mandate.id })
  await countSteps(
    tx,
    made.map(({ application: before }) => ({ before, after: { ...before, state: 'signed', signedAt: at } })),
  )
  await countDeed(tx, { office, account: command.actor.account, step: 'sign', at, n: made.length })
  for (const { application, number } of made)
    await recordEvent(tx, {
      id: newCommandId(epochMs(at)),
      cell: cellOf(application.id),
      type: 'PassSigned',
      subject: application.id,
      actor: command.actor.account,
      place: application.office,
      at,
      body: { state: 'signed', signedBy: mandate.holder, mandate: mandate.id, number, list: list.id },
    })
  await keepSignature(tx, desk, signing, role, passDigests(cases, passes))
  await markListUsed(tx, list.id, at)
  await recordEvent(tx, {
    id: command.requestId,
    cell: cellOf(list.id),
    type: 'ListSigned',
    subject: list.id,
    actor: command.actor.account,
    place: list.office,
    at,
    body: { office: list.office, mandate: mandate.id, passes: passes.length, sha256: list.sha256.toString('hex') },
  })
  return accept({ list: list.id, office: list.office, signedAt: at, passes: passes.toSorted((one, other) => (one.number < other.number ? -1 : 1)) })
}

/** In the order of the list. */
function passDigests(cases: readonly CaseToSign[], passes: readonly SignedPass[]): string[] {
  const numbers = new Map(passes.map(({ application, number }) => [application, number]))
  return cases.map(({ application: { id }, salts }) => passDigest(id, numbers.get(id) ?? raise('a case without its pass'), salts.row))
}

function raise(what: string): never {
  throw new Error(what)
}

/** The gesture, and what the register knows in this minute of who made it: under the office's seal, so that nobody can change it later, not even us. */
async function keepSignature(
  tx: Tx,
  desk: SigningDesk,
  { command: { actor }, list, at, office, mandate, grant, gesture }: ToSign,
  { id: grantId, ...onRecord }: RoleOnRecord,
  passes: readonly string[],
): Promise<void> {
  const { credential, authenticatorData, clientDataJson, signature } = gesture
  const key = await desk.keys.keyOf(office, at)
  const root = Buffer.from(desk.keys.root.certificate)
  const statement: Statement = {
    version: 2,
    list: list.id,
    signedAt: at,
    signer: {
      account: actor.account,
      name: actor.name,
      grant: grantId,
      role: grant.role,
      place: grant.place.id,
      ...onRecord,
    },
    credential: {
      id: credential.id,
      account: actor.account,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      enrolledAt: credential.enrolledAt,
      enrolledBy: credential.enrolledBy,
    },
    relyingParty: { id: rpIdOf(desk), origin: desk.origin },
    office,
    mandate,
    passes,
    rootSha256: hash('sha256', root),
  }
  const assertion: Assertion = {
    authenticatorData: authenticatorData.toString('base64url'),
    clientDataJSON: clientDataJson.toString('base64url'),
    signature: signature.toString('base64url'),
  }
  const sealed = hash('sha256', sealedText({ manifest: JSON.parse(list.manifest) as Manifest, assertion, statement }), 'buffer')
  const seal = await signSign1(
    { payload: encodeCbor([sealDomain, new Uint8Array(sealed)]), protectedHeader: new Map([[header.kid, key.signer.kid]]) },
    key.signer,
  )
  await insertSignature(tx, {
    list: list.id,
    account: actor.account,
    name: actor.name,
    office,
    role: grant.role,
    place: grant.place.id,
    mandate: mandate.id,
    instrument: mandate.instrument,
    credential: credential.id,
    public_key: Buffer.from(credential.publicKey),
    rp_id: statement.relyingParty.id,
    origin: desk.origin,
    authenticator_data: authenticatorData,
    client_data_json: clientDataJson,
    signature,
    manifest: list.manifest,
    statement: canonicalJson(statement),
    seal: Buffer.from(seal),
    office_certificate: Buffer.from(key.certificate),
    root_certificate: root,
    signed_at: at,
  })
}

/** The same two steps with a passkey in software: the made-up history of a demonstration, and nothing else. */
export async function signPassesUnderOwnGesture(
  desk: SigningDesk,
  actor: Actor,
  applications: readonly HolderBoundId[],
  authenticator: Authenticator,
): Promise<Outcome<ListSigned>> {
  const shown = await makeSigningList(desk, actor, applications)
  if (!shown.ok) return shown
  const { list, options } = shown.value
  const assertion = authenticator.get({ challenge: options.challenge, origin: desk.origin, rpId: rpIdOf(desk), userVerified: true })
  return signList(desk, { requestId: newCommandId(epochMs(desk.now())), actor, list, assertion })
}
