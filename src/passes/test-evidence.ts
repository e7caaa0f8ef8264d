import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeCbor } from '../credential/cbor.ts'
import type { PassClaims } from '../credential/claims.ts'
import { header, signSign1 } from '../credential/cose.ts'
import { issuePass } from '../credential/issue.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { makeAuthenticator } from '../identity/software-authenticator.ts'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { addDays, type CivilDate, type ClockTime, epochSeconds, type Instant, instantAt } from '../kernel/time.ts'
import { type Evidence, type Statement, sealDomain, sealedText } from './evidence.rules.ts'
import type { Power } from './mandate.rules.ts'
import { identityNumberDigest, passDigest, rowDigest } from './signing-digests.ts'
import { openSigningKeys, type SigningKeys } from './signing-keys.ts'
import { canonicalJson, type Manifest, type ManifestRow } from './signing-manifest.rules.ts'

/** What is signed and sealed, before it is. */
type Draft = {
  readonly row: ManifestRow
  readonly salt: string
  readonly manifest: Manifest
  readonly statement: Statement
  readonly client: { readonly type: string; readonly challenge?: string; readonly origin: string; readonly crossOrigin: boolean }
  readonly rpId: string
  readonly flags: number
  readonly claims: PassClaims
}
/** What an insider with the office's key could write instead: members laid over the draft, at any depth; undefined takes one away. */
export type Patch = { readonly [Part in keyof Draft]?: Draft[Part] extends object ? Readonly<Record<string, unknown>> : Draft[Part] }
export type EvidenceMaker = (patch?: Patch) => Promise<Evidence>

const at = '2026-03-02T02:00:00.000Z' as Instant
const [list, account] = ['019cac96-d600-7000-8000-000000000001', '019b7766-0400-7000-8000-000000000002' as AccountId]
const applications = ['019cac96-d200-7000-8000-000000000010', '019cac96-d200-7000-8000-000000000011'] as const
const numbers = ['KH01100000425', 'KH01100000438'] as const
const chip = Buffer.from('no picture: the bytes of one')

/** Makes evidence with fresh keys, the office's certificates among them; everybody in it is made up. */
export async function openEvidenceMaker(): Promise<EvidenceMaker> {
  const folder = mkdtempSync(join(tmpdir(), 'spean-evidence-'))
  const keys = await openSigningKeys(folder, 'KH', '2026-02-01T00:00:00.000Z' as Instant)
  await keys.keyOf('KH:0110' as AreaCode, at)
  rmSync(folder, { recursive: true })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = makeAuthenticator({ privateKey, credentialId: Buffer.from('a credential of the test') }).publicKey.toString('base64url')
  const draft = draftOf(publicKey, hash('sha256', keys.root.certificate))
  return (patch = {}) => makeEvidence(keys, privateKey, laidOver(draft, patch) as Draft)
}

async function makeEvidence(keys: SigningKeys, passkey: KeyObject, draft: Draft): Promise<Evidence> {
  const { row, salt, manifest, statement, client, claims } = draft
  const key = await keys.keyOf('KH:0110' as AreaCode, at)
  const challenge = hash('sha256', canonicalJson(manifest), 'buffer').toString('base64url')
  const clientData = Buffer.from(JSON.stringify({ challenge, ...client }))
  const authenticatorData = Buffer.concat([hash('sha256', draft.rpId, 'buffer'), Buffer.of(draft.flags, 0, 0, 0, 1)])
  const signature = sign('sha256', Buffer.concat([authenticatorData, hash('sha256', clientData, 'buffer')]), passkey)
  const assertion = {
    authenticatorData: authenticatorData.toString('base64url'),
    clientDataJSON: clientData.toString('base64url'),
    signature: signature.toString('base64url'),
  }
  const sealed = new Uint8Array(hash('sha256', sealedText({ manifest, assertion, statement }), 'buffer'))
  const seal = await signSign1({ payload: encodeCbor([sealDomain, sealed]), protectedHeader: new Map([[header.kid, key.signer.kid]]) }, key.signer)
  return {
    version: 2,
    number: numbers[0],
    qrText: await issuePass(claims, key.signer),
    row,
    salt,
    manifest,
    assertion,
    statement,
    seal: Buffer.from(seal).toString('base64url'),
    certificates: { office: Buffer.from(key.certificate).toString('base64url'), root: Buffer.from(keys.root.certificate).toString('base64url') },
  }
}

function laidOver(base: unknown, patch: unknown): unknown {
  if (!isPlain(base) || !isPlain(patch)) return patch
  const merged = { ...base, ...Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, laidOver(base[key], value)])) }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}
const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value?.constructor === Object

/** No chance, so that the tests know it. */
function saltOf(name: string): string {
  return hash('sha256', `salt of ${name}`, 'buffer').toString('base64url')
}
const rowOf = (id: string, givenName: string): ManifestRow => ({
  id,
  localName: 'ចាន់ សុខា',
  localLanguage: 'khm',
  givenName,
  familyName: 'CHAN',
  birthDate: '1990-05-04' as CivilDate,
  sex: 2,
  nationality: 'KHM',
  homeArea: 'KH:011003' as AreaCode,
  identityNumberDigest: identityNumberDigest(`made up ${givenName}`, saltOf(`the number of ${givenName}`)),
  photoSha256: hash('sha256', `photo of ${givenName}`),
  qrPhotoSha256: hash('sha256', chip),
  lastDay: '2028-03-01' as CivilDate,
})

/** The two of the list, opened: evidence holds the first one's. */
export const shown = [
  { row: rowOf(applications[0], 'SOKHA'), salt: saltOf('the row of SOKHA'), number: numbers[0] },
  { row: rowOf(applications[1], 'DARA'), salt: saltOf('the row of DARA'), number: numbers[1] },
] as const

function draftOf(publicKey: string, rootSha256: string): Draft {
  const [{ row, salt }] = shown
  const origin = 'https://passes.example'
  const mandate = {
    id: 'KH:0110/2024-01-01',
    instrument: 'kh/mandate-of-the-test' as InstrumentId,
    office: 'KH:0110',
    holder: 'Governor of Poipet',
    powers: ['review', 'approve', 'sign'] as Power[],
    area: 'KH:0110' as AreaCode,
    from: '2024-01-01' as CivilDate,
    until: '2024-07-01' as CivilDate,
    autoExtends: true,
    revokedAt: null,
    revokedBy: null,
  }
  const signer = {
    account,
    name: 'A Made-up Governor',
    grant: '019b7766-0400-7000-8000-000000000003',
    role: 'governor',
    place: 'KH:0110',
    from: '2026-01-01' as CivilDate,
    lastDay: '2026-12-31' as CivilDate,
    grantedBy: '019b7766-0400-7000-8000-000000000004',
    grantedAt: '2025-12-20T03:00:00.000Z' as Instant,
  }
  const credential = {
    id: 'YSBjcmVkZW50aWFsIG9mIHRoZSB0ZXN0',
    account,
    publicKey,
    enrolledAt: '2026-01-01T03:00:00.000Z' as Instant,
    enrolledBy: 'invitation-of-the-test',
  }
  return {
    row,
    salt,
    manifest: {
      version: 2,
      list,
      at: '2026-03-02T01:58:00.000Z' as Instant,
      signer: account,
      office: 'KH:0110' as AreaCode,
      mandate: { id: mandate.id, instrument: mandate.instrument },
      applications: shown.map(({ row, salt }) => rowDigest(row, salt)),
    },
    statement: {
      version: 2,
      list,
      signedAt: at,
      signer,
      credential,
      relyingParty: { id: 'passes.example', origin },
      office: 'KH:0110' as AreaCode,
      mandate,
      passes: shown.map(({ row, salt, number }) => passDigest(row.id, number, salt)),
      rootSha256,
    },
    client: { type: 'webauthn.get', origin, crossOrigin: false },
    rpId: 'passes.example',
    flags: 0x05,
    claims: {
      issuer: 'KH',
      number: numbers[0],
      givenName: row.givenName,
      familyName: row.familyName,
      localName: row.localName,
      localLanguage: 'khm',
      birthDate: row.birthDate,
      sex: row.sex,
      nationality: row.nationality,
      homeArea: '011003',
      photo: new Uint8Array(chip),
      issuedAt: epochSeconds(at),
      expiresAt: epochSeconds(instantAt(addDays(row.lastDay, 1), '00:00' as ClockTime, '+07:00')),
      status: { index: 4242, uri: 'https://status.example/202603' },
      office: '0110',
      extensionCount: 0,
      allowedClass: 1,
    },
  }
}
