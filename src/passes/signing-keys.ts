import { createHash, webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { algorithms, type Signer } from '../credential/cose.ts'
import type { TrustedKey } from '../credential/trust.ts'
import type { AreaCode, StateCode } from '../kernel/code.ts'
import { epochSeconds, type Instant } from '../kernel/time.ts'

/** A document-signer key of one office for one period. The private part is a file beside the database, never in it. */
export type OfficeKey = {
  readonly office: AreaCode
  readonly certificate: Uint8Array
  readonly trusted: TrustedKey
  readonly signer: Signer
  readonly signUntil: Instant
}

export type SigningKeys = {
  readonly root: { readonly certificate: Uint8Array; readonly spki: Uint8Array; readonly signer: Signer }
  /** The office's key of the period that `now` lies in; made when there is none. */
  keyOf(office: AreaCode, now: Instant): Promise<OfficeKey>
  /** Somebody else has this key: nothing is signed with it any more; its office's next signature makes another. */
  retire(kid: string): void
  /** Every key ever made here, for the trust list. */
  all(): readonly OfficeKey[]
}

const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const rootYears = 20
/** An office key signs for this long, and is trusted until its last pass has expired. */
const signMonths = 12
const passYearsMax = 5

x509.cryptoProvider.set(webcrypto as Crypto)

/** Opens `folder` (mode 700), making the root key at the first start. Files are written beside and renamed: a crash leaves no half key. */
export async function openSigningKeys(folder: string, state: StateCode, now: Instant): Promise<SigningKeys> {
  mkdirSync(join(folder, 'offices'), { recursive: true, mode: 0o700 })
  const rootName = join(folder, 'root')
  const root = existsSync(`${rootName}.key.pem`) ? await readPair(rootName) : await makeRoot(rootName, state, now)
  const keys: OfficeKey[] = []
  for (const file of readdirSync(join(folder, 'offices')).sort())
    if (file.endsWith('.key.pem')) keys.push(await toOfficeKey(await readPair(join(folder, 'offices', file.slice(0, -'.key.pem'.length))), state))
  const retired = new Set<string>()
  const current = (office: AreaCode, at: Instant) =>
    keys.find((key) => !retired.has(key.trusted.kid) && key.office === office && key.trusted.notBefore <= epochSeconds(at) && at < key.signUntil)
  const making = new Map<string, Promise<OfficeKey>>()
  return {
    root: {
      certificate: bytesOf(root.certificate),
      signer: signerOf(root),
      spki: new Uint8Array(root.certificate.publicKey.rawData),
    },
    all: () => keys,
    retire: (kid) => void retired.add(kid),
    async keyOf(office, at) {
      const found = current(office, at)
      if (found) return found
      const under = making.get(office) ?? makeOfficeKey(join(folder, 'offices'), root, office, state, at)
      making.set(office, under)
      const made = await under
      making.delete(office)
      if (!keys.includes(made)) keys.push(made)
      return made
    },
  }
}

type Pair = { readonly privateKey: CryptoKey; readonly certificate: x509.X509Certificate }

async function makeRoot(name: string, state: StateCode, now: Instant): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(es256, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `C=${state}, O=Spean, CN=Border pass root (software key)`,
    notBefore: new Date(periodStart(now)),
    notAfter: yearsAfter(now, rootYears),
    signingAlgorithm: es256,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature, true),
    ],
  })
  return savePair(name, { privateKey: keys.privateKey as CryptoKey, certificate })
}

async function makeOfficeKey(folder: string, root: Pair, office: AreaCode, state: StateCode, now: Instant): Promise<OfficeKey> {
  const keys = await webcrypto.subtle.generateKey(es256, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `C=${state}, O=Spean, OU=${office.replace(':', ' ')}, CN=Border pass office ${office.replace(':', ' ')}`,
    issuer: root.certificate.subject,
    notBefore: new Date(periodStart(now)),
    notAfter: yearsAfter(now, passYearsMax + 1),
    signingKey: root.privateKey,
    signingAlgorithm: es256,
    publicKey: keys.publicKey as CryptoKey,
    extensions: [new x509.BasicConstraintsExtension(false, undefined, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  })
  const pair = await savePair(join(folder, `${office.replace(':', '-')}-${epochSeconds(now)}`), {
    privateKey: keys.privateKey as CryptoKey,
    certificate,
  })
  return toOfficeKey(pair, state)
}

async function savePair(name: string, pair: Pair): Promise<Pair> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)
  writeFileSync(`${name}.crt.pem`, pair.certificate.toString('pem'), { mode: 0o644 })
  writeFileSync(`${name}.key.new`, x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), { mode: 0o600, flush: true })
  renameSync(`${name}.key.new`, `${name}.key.pem`)
  return pair
}

async function readPair(name: string): Promise<Pair> {
  const certificate = new x509.X509Certificate(readFileSync(`${name}.crt.pem`, 'utf8'))
  const [pkcs8] = x509.PemConverter.decode(readFileSync(`${name}.key.pem`, 'utf8'))
  if (!pkcs8) throw new Error(`${name}.key.pem holds no key`)
  return { privateKey: (await webcrypto.subtle.importKey('pkcs8', pkcs8, es256, true, ['sign'])) as CryptoKey, certificate }
}

async function toOfficeKey(pair: Pair, state: StateCode): Promise<OfficeKey> {
  const signer = signerOf(pair)
  const office = pair.certificate.subjectName.getField('OU')[0]?.replace(' ', ':') as AreaCode
  const notBefore = Math.floor(pair.certificate.notBefore.getTime() / 1000)
  const signUntil = Temporal.Instant.fromEpochMilliseconds(notBefore * 1000)
    .toZonedDateTimeISO('UTC')
    .add({ months: signMonths })
    .toInstant()
  return {
    office,
    certificate: bytesOf(pair.certificate),
    signer,
    signUntil: signUntil.toString({ fractionalSecondDigits: 3 }) as Instant,
    trusted: {
      kid: Buffer.from(signer.kid).toString('hex'),
      alg: algorithms.ES256,
      iss: state,
      spki: new Uint8Array(pair.certificate.publicKey.rawData),
      notBefore,
      notAfter: Math.floor(signUntil.epochMilliseconds / 1000),
    },
  }
}

/** kid: the first eight bytes of the SHA-256 of the certificate (profile BP1, keys). */
function signerOf({ privateKey, certificate }: Pair): Signer {
  const kid = new Uint8Array(createHash('sha256').update(bytesOf(certificate)).digest().subarray(0, 8))
  return {
    alg: algorithms.ES256,
    kid,
    async sign(bytes) {
      return new Uint8Array(await webcrypto.subtle.sign(es256, privateKey as webcrypto.CryptoKey, bytes as Uint8Array<ArrayBuffer>))
    },
  }
}

/** Periods begin with a calendar month, the one before: a pass signed in this very second lies well inside, and so does a trial's made-up history. */
const periodStart = (now: Instant): number =>
  Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 }).subtract({ months: 1 }).toZonedDateTime('UTC').epochMilliseconds

const bytesOf = (certificate: x509.X509Certificate): Uint8Array => new Uint8Array(certificate.rawData)
const yearsAfter = (now: Instant, years: number): Date =>
  new Date(Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add({ years }).epochMilliseconds)
