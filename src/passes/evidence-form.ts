import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { isoDate, isoInstant, nullable } from '../platform/schemas.ts'
import type { Evidence } from './evidence.rules.ts'

const closed = { additionalProperties: false } as const
const text = Type.String({ maxLength: 2000 })
const bytes = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 8000, description: 'base64url without padding' })
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const digests = Type.Array(sha256, { minItems: 1, maxItems: 50 })
const sex = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)])

export const saltAnswer = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: '32 bytes, base64url' })
export const manifestRowAnswer = Type.Object(
  {
    id: text,
    localName: text,
    localLanguage: Type.Union([Type.Literal('khm'), Type.Literal('tha')]),
    givenName: text,
    familyName: text,
    birthDate: isoDate,
    sex,
    nationality: text,
    homeArea: text,
    identityNumberDigest: sha256,
    photoSha256: sha256,
    qrPhotoSha256: sha256,
    lastDay: isoDate,
  },
  closed,
)
const manifest = Type.Object(
  {
    version: Type.Literal(2),
    list: text,
    at: isoInstant,
    signer: text,
    office: text,
    mandate: Type.Object({ id: text, instrument: text }, closed),
    applications: digests,
  },
  closed,
)
const statement = Type.Object(
  {
    version: Type.Literal(2),
    list: text,
    signedAt: isoInstant,
    signer: Type.Object(
      {
        account: text,
        name: text,
        grant: text,
        role: text,
        place: text,
        from: isoDate,
        lastDay: nullable(isoDate),
        grantedBy: text,
        grantedAt: isoInstant,
      },
      closed,
    ),
    credential: Type.Object({ id: text, account: text, publicKey: bytes, enrolledAt: isoInstant, enrolledBy: nullable(text) }, closed),
    relyingParty: Type.Object({ id: text, origin: text }, closed),
    office: text,
    mandate: Type.Object(
      {
        id: text,
        instrument: text,
        office: text,
        holder: text,
        powers: Type.Array(text),
        area: text,
        from: isoDate,
        until: nullable(isoDate),
        autoExtends: Type.Boolean(),
        revokedAt: nullable(isoInstant),
        revokedBy: nullable(text),
      },
      closed,
    ),
    passes: digests,
    rootSha256: sha256,
  },
  closed,
)
/** The evidence of one pass, as the route answers it and the file holds it. */
export const evidenceAnswer = Type.Object(
  {
    version: Type.Literal(2),
    number: text,
    qrText: text,
    row: manifestRowAnswer,
    salt: saltAnswer,
    manifest,
    assertion: Type.Object({ authenticatorData: bytes, clientDataJSON: bytes, signature: bytes }, closed),
    statement,
    seal: bytes,
    certificates: Type.Object({ office: bytes, root: bytes }, closed),
  },
  closed,
)

const form = Compile(evidenceAnswer)
export const evidenceCharactersMax = 300_000

/** Reads an evidence file: exactly these members, none twice, every byte string with one spelling. A text says why it is none. */
export function parseEvidence(text: string): Evidence | string {
  if (text.length > evidenceCharactersMax) return `longer than ${evidenceCharactersMax} characters`
  const value: unknown = parseJson(text)
  const evidence = value as Evidence
  if (value === undefined) return 'not JSON'
  if (!form.Check(value)) return `not the form of evidence, at ${form.Errors(value)[0]?.instancePath || 'its root'}`
  // Readers differ on a member that stands twice: the one shown could be another than the one checked.
  if (membersWritten(text) !== membersOf(value)) return 'a member stands twice'
  const { assertion, certificates, salt, seal, statement } = evidence
  const byteTexts = [...Object.values(assertion), ...Object.values(certificates), salt, seal, statement.credential.publicKey]
  if (!byteTexts.every(isCanonicalBase64)) return 'bytes in another spelling than their own'
  return evidence
}

/** base64url leaves some bits of the last character unused: only zeros there, so that one byte string has one text. */
const isCanonicalBase64 = (text: string): boolean => Buffer.from(text, 'base64url').toString('base64url') === text

const membersWritten = (text: string): number => [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length
function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce((sum: number, each) => sum + membersOf(each), 0)
  return Array.isArray(value) ? inside : inside + Object.keys(value).length
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
