import { hash, X509Certificate } from 'node:crypto'
import { encodeCbor } from '../credential/cbor.ts'
import { keyOfCertificate } from '../credential/certificate.ts'
import type { PassClaims } from '../credential/claims.ts'
import { header, parseSign1, verifySign1 } from '../credential/cose.ts'
import type { TrustedKey } from '../credential/trust.ts'
import { verifyPass } from '../credential/verify.ts'
import { answerOf } from '../identity/authority.rules.ts'
import { type Role, roles } from '../identity/authority-lists.rules.ts'
import { timeOf } from '../identity/grant.rules.ts'
import { areaPlace, parsePlace, relationOf } from '../identity/place.rules.ts'
import { parseAreaCode } from '../kernel/code.ts'
import { addDays, borderZone, type ClockTime, epochSeconds, instantAt, parseInstant } from '../kernel/time.ts'
import { type Evidence, sealDomain, sealedText } from './evidence.rules.ts'
import { assessMandate } from './mandate.rules.ts'
import { passkeySigned } from './passkey-signature.ts'
import { passDigest, rowDigest } from './signing-digests.ts'
import { canonicalJson, listEnd, type ManifestRow } from './signing-manifest.rules.ts'

/** The questions, in the order they are asked. */
export const steps = {
  list: 'the list that was shown is what the passkey signed',
  gesture: 'the passkey’s gesture was on our pages, the person there and verified',
  signature: 'the gesture is signed by the credential’s key',
  pass: 'this pass says what the list said',
  signer: 'the credential’s owner held the role in that minute',
  mandate: 'the mandate was in force, for this area, with the power to sign',
  code: 'the QR code is signed by the office’s key, and that by the root',
  seal: 'the office sealed all of it in that minute',
} as const
export type Step = keyof typeof steps
/** `fault`: why it failed; undefined: it held. */
export type StepAnswer = { readonly step: Step; readonly fault: string | undefined }

/** Checks a pass's evidence alone, with no database and no network. `rootPin`: SHA-256 (hex) of the root's public key, learnt elsewhere. Never throws, whatever the evidence. */
export async function checkEvidence(evidence: Evidence, { rootPin }: { rootPin?: string | undefined } = {}): Promise<StepAnswer[]> {
  const opened = await openCode(evidence)
  const faults: Record<Step, () => string | undefined | Promise<string | undefined>> = {
    list: () => faultOfList(evidence),
    gesture: () => faultOfGesture(evidence),
    signature: () => faultOfSignature(evidence),
    pass: () => (opened.claims ? faultOfPass(evidence, opened.claims) : 'its QR code cannot be read'),
    signer: () => faultOfSigner(evidence),
    mandate: () => faultOfMandate(evidence),
    code: () => (opened.claims ? faultOfChain(evidence, rootPin) : `the QR code’s answer is ${opened.code}`),
    seal: () => faultOfSeal(evidence),
  }
  const answers: StepAnswer[] = []
  for (const step of Object.keys(steps) as Step[]) {
    const fault = await Promise.resolve()
      .then(faults[step])
      // Dates and places that are none: what cannot be read does not hold.
      .catch(() => 'it cannot be read')
    answers.push({ step, fault })
  }
  return answers
}

const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'base64url')
const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer')
/** Where the file's row stands on the list, by its digest; -1: nowhere. */
const positionOf = ({ manifest, row, salt }: Evidence): number => manifest.applications.indexOf(rowDigest(row, salt))

type ClientData = { readonly type?: unknown; readonly challenge?: unknown; readonly origin?: unknown; readonly crossOrigin?: unknown }
const clientDataOf = ({ assertion }: Evidence): ClientData => JSON.parse(bytesOf(assertion.clientDataJSON).toString('utf8')) as ClientData

function faultOfList(evidence: Evidence): string | undefined {
  const { manifest, statement } = evidence
  const challenge = sha256(canonicalJson(manifest)).toString('base64url')
  if (clientDataOf(evidence).challenge !== challenge) return 'the list’s hash is not the challenge that was signed'
  if (manifest.list !== statement.list) return 'the statement is about another list'
  if (new Set(manifest.applications).size !== manifest.applications.length) return 'an application stands twice on the list'
  if (parseInstant(statement.signedAt) !== statement.signedAt || parseInstant(manifest.at) !== manifest.at) return 'a time is none'
  if (statement.signedAt < manifest.at || statement.signedAt >= listEnd(manifest.at)) return 'it was not signed within the list’s five minutes'
  return undefined
}

/** WebAuthn §6.1: rp id hash, flags, counter; bits 0 and 2 are "user present" and "user verified". */
function faultOfGesture(evidence: Evidence): string | undefined {
  const { assertion, statement } = evidence
  const { type, origin, crossOrigin } = clientDataOf(evidence)
  if (type !== 'webauthn.get') return 'it is no passkey’s answer to a question'
  if (origin !== statement.relyingParty.origin || crossOrigin === true) return 'it came from other pages'
  if (new URL(statement.relyingParty.origin).hostname !== statement.relyingParty.id) return 'the pages are not the relying party’s'
  const data = bytesOf(assertion.authenticatorData)
  if (data.length < 37 || !data.subarray(0, 32).equals(sha256(statement.relyingParty.id))) return 'it was for another relying party'
  const flags = data[32] ?? 0
  if ((flags & 0x01) === 0) return 'nobody was present'
  if ((flags & 0x04) === 0) return 'the person was not verified'
  return undefined
}

function faultOfSignature({ assertion, statement }: Evidence): string | undefined {
  const signed = Buffer.concat([bytesOf(assertion.authenticatorData), sha256(bytesOf(assertion.clientDataJSON))])
  return passkeySigned(bytesOf(statement.credential.publicKey), signed, bytesOf(assertion.signature)) ? undefined : 'the key did not sign this'
}

function faultOfPass(evidence: Evidence, claims: PassClaims): string | undefined {
  const { manifest, statement, number, row, salt } = evidence
  const position = positionOf(evidence)
  if (position < 0) return 'its application is not on the list'
  if (claims.number !== number || statement.passes[position] !== passDigest(row.id, number, salt)) return 'its number is another'
  if (statement.passes.length !== manifest.applications.length) return 'the passes are not those of the list'
  if (new Set(statement.passes).size !== statement.passes.length) return 'a pass stands twice'
  const differs = Object.entries(saidBy(row)).find(([field, value]) => saidBy(claims, row)[field as keyof Said] !== value)
  if (differs) return `the pass and the list differ in ${differs[0]}`
  if (claims.expiresAt !== epochSeconds(instantAt(addDays(row.lastDay, 1), '00:00' as ClockTime, borderZone))) return 'its last day is another'
  if (claims.issuedAt !== epochSeconds(statement.signedAt)) return 'it was issued at another time'
  if (`${claims.issuer}:${claims.office}` !== manifest.office) return 'it is another office’s'
  return undefined
}

type Said = Record<'names' | 'birth date' | 'sex' | 'nationality' | 'home area' | 'photo', string>
/** The same words of a row and of a pass; a pass has its names in normal form C. */
function saidBy(source: ManifestRow | PassClaims, row?: ManifestRow): Said {
  const names = [source.givenName, source.familyName, source.localName, source.localLanguage].join('\n').normalize('NFC')
  const isClaims = row !== undefined
  return {
    names,
    'birth date': source.birthDate,
    sex: String(source.sex),
    nationality: source.nationality,
    'home area': isClaims && 'issuer' in source ? `${source.issuer}:${source.homeArea}` : source.homeArea,
    photo: 'qrPhotoSha256' in source ? source.qrPhotoSha256 : hash('sha256', source.photo ?? new Uint8Array()),
  }
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

function faultOfSigner({ manifest, statement }: Evidence): string | undefined {
  const { signer, credential, signedAt } = statement
  if (signer.account !== manifest.signer || credential.account !== manifest.signer) return 'list, role and credential are not one person’s'
  const place = parsePlace(signer.place, () => undefined)
  const office = parseAreaCode(manifest.office)
  if (!isRole(signer.role) || !place || !office) return 'the role or its place is none'
  const time = timeOf({ ...signer, revokedAt: null }, signedAt)
  const answer = answerOf({ role: signer.role, action: 'pass.sign', relation: relationOf(place, areaPlace(office)), time })
  if (answer !== 'allowed') return `the role does not allow it: ${answer}`
  if (signer.grantedAt > signedAt) return 'the role was given afterwards'
  return credential.enrolledAt > signedAt ? 'the credential was enrolled afterwards' : undefined
}

function faultOfMandate(evidence: Evidence): string | undefined {
  const { manifest, statement, row } = evidence
  const { mandate, signedAt } = statement
  if (mandate.id !== manifest.mandate.id || mandate.instrument !== manifest.mandate.instrument) return 'the list names another mandate'
  if (mandate.office !== manifest.office || statement.office !== manifest.office) return 'the mandate is another office’s'
  if (positionOf(evidence) < 0) return 'its application is not on the list'
  const answer = assessMandate([mandate], { power: 'sign', area: row.homeArea, now: signedAt })
  return answer.ok ? undefined : `the mandate does not serve: ${answer.refusal.code}`
}

/** The QR code with the office's key alone: with no status list to ask, the answer of a good pass is that its list is unknown. */
async function openCode({ qrText, certificates, statement }: Evidence): Promise<{ code: string; claims: PassClaims | undefined }> {
  const key = officeKeyOf(certificates.office, statement.office)
  const now = parseInstant(statement.signedAt)
  if (!key || !now) return { code: 'KID_UNKNOWN', claims: undefined }
  const verdict = await verifyPass(qrText, { keys: [key], lists: [] }, epochSeconds(now))
  return { code: verdict.code, claims: verdict.code === 'STATUS_UNKNOWN_LIST' ? verdict.claims : undefined }
}

function officeKeyOf(certificate: string, office: string): TrustedKey | undefined {
  const der = bytesOf(certificate)
  const key = keyOfCertificate(new Uint8Array(der))
  // The certificate's period is asked of its chain.
  return key && { ...key, kid: kidOf(der), iss: office.slice(0, 2), notBefore: 0, notAfter: Number.MAX_SAFE_INTEGER }
}

/** Profile BP1, keys. */
const kidOf = (der: Uint8Array): string => sha256(der).subarray(0, 8).toString('hex')

function faultOfChain({ certificates, statement }: Evidence, rootPin: string | undefined): string | undefined {
  const [officeDer, rootDer] = [bytesOf(certificates.office), bytesOf(certificates.root)]
  const [office, root] = [new X509Certificate(officeDer), new X509Certificate(rootDer)]
  if (!office.raw.equals(officeDer) || !root.raw.equals(rootDer)) return 'a certificate has bytes after its end'
  if (rootPin !== undefined && rootPinOf(rootDer) !== rootPin.toLowerCase()) return 'the root is not the pinned one'
  if (hash('sha256', rootDer) !== statement.rootSha256) return 'the root is not the one of that day'
  if (!root.ca || office.ca || !root.verify(root.publicKey)) return 'the root is none'
  if (!office.checkIssued(root) || !office.verify(root.publicKey)) return 'the root did not certify the office’s key'
  if (!office.subject.split('\n').includes(`OU=${statement.office.replace(':', ' ')}`)) return 'the certificate is another office’s'
  const at = new Date(statement.signedAt)
  if ([office, root].some(({ validFromDate, validToDate }) => at < validFromDate || at > validToDate)) return 'a certificate was not valid then'
  return undefined
}

/** What is exchanged out of band: SHA-256 (hex) of the root's SubjectPublicKeyInfo, as for the trust list. */
export const rootPinOf = (der: Uint8Array): string => hash('sha256', keyOfCertificate(new Uint8Array(der))?.spki ?? new Uint8Array())

async function faultOfSeal(evidence: Evidence): Promise<string | undefined> {
  const { certificates, statement } = evidence
  const sign1 = parseSign1(new Uint8Array(bytesOf(evidence.seal)))
  const key = officeKeyOf(certificates.office, statement.office)
  if (!sign1.ok || !key) return 'it is no seal'
  const { protectedHeader, unprotectedHeader, payload } = sign1.value
  const kid = protectedHeader.get(header.kid)
  const isOwn = protectedHeader.size === 2 && protectedHeader.get(header.alg) === key.alg && kid instanceof Uint8Array && kid.toHex() === key.kid
  if (!isOwn || unprotectedHeader.size > 0) return 'it names another key'
  const sealed = encodeCbor([sealDomain, new Uint8Array(sha256(sealedText(evidence)))])
  if (!Buffer.from(payload).equals(sealed)) return 'what was sealed is not this'
  return (await verifySign1(sign1.value, key)) ? undefined : 'the office’s key did not seal it'
}
