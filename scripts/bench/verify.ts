import { generateKeyPairSync, webcrypto } from 'node:crypto'
import { decodeBase45 } from '../../src/credential/base45.ts'
import { encodeCbor } from '../../src/credential/cbor.ts'
import { algorithms, parseSign1, webCryptoSigner } from '../../src/credential/cose.ts'
import { inflate } from '../../src/credential/inflate.ts'
import { issuePass } from '../../src/credential/issue.ts'
import { packStatuses } from '../../src/credential/status-list.ts'
import type { Trust } from '../../src/credential/trust.ts'
import { verifyPass } from '../../src/credential/verify.ts'
import { madeUpPhoto } from '../../src/passes/made-up/made-up-photo.ts'
import { madeUpApplicant } from '../../src/passes/made-up-passes.ts'
import { preparePhoto } from '../../src/passes/photo.ts'
import { median, type Row } from './table.ts'

const now = 1_800_000_000
const day = 86_400
const uri = 'https://status.example.kh/bench'

/** The whole check of a pass with photo against the bare ES256 verification of the same bytes, in blocks by turns in one process. */
export async function benchVerify({ quick }: { quick: boolean }): Promise<Row[]> {
  const [rounds, block] = quick ? [15, 200] : [41, 400]
  const { text, trust, bare } = await passOf(7)
  const whole = async () => (await verifyPass(text, trust, now)).outcome === 'green'
  const times = { whole: [] as number[], bare: [] as number[] }
  const ratios: number[] = []
  for (let round = 0; round < rounds + 3; round += 1) {
    // Which one goes first changes with the round: neither always meets the warmer machine.
    const order = round % 2 === 0 ? ([whole, bare] as const) : ([bare, whole] as const)
    const took = new Map<unknown, number>()
    for (const check of order) took.set(check, await microseconds(check, block))
    const [a, b] = [took.get(whole) ?? Number.NaN, took.get(bare) ?? Number.NaN]
    if (round < 3) continue
    times.whole.push(a)
    times.bare.push(b)
    ratios.push(a / b)
  }
  return [
    {
      what: `verify a pass with photo (QR text of ${text.length} characters)`,
      ours: `${median(times.whole).toFixed(0)} µs`,
      against: `bare ES256 ${median(times.bare).toFixed(0)} µs`,
      ratio: median(ratios),
      wanted: '≤ 1.1',
      holds: median(ratios) <= 1.1,
    },
  ]
}

async function microseconds(check: () => Promise<boolean>, times: number): Promise<number> {
  const started = performance.now()
  for (let done = 0; done < times; done += 1) if (!(await check())) throw new Error('a good pass was refused')
  return ((performance.now() - started) * 1000) / times
}

/** A real pass of a made-up person, and the closure that only verifies its signature with a key imported before. */
export async function passOf(person: number): Promise<{ text: string; trust: Trust; bare: () => Promise<boolean> }> {
  const photo = await preparePhoto(await madeUpPhoto(person))
  if (!photo.ok) throw new Error('the drawn face was refused')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
  const signer = webCryptoSigner({ alg: algorithms.ES256, kid, key: await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign']) })
  const applicant = madeUpApplicant(person, 'KH')
  const text = await issuePass(
    {
      ...applicant,
      issuer: 'KH',
      number: 'KH0000123456',
      homeArea: applicant.homeArea.slice(3),
      photo: photo.value.chip,
      issuedAt: now - 30 * day,
      expiresAt: now + 700 * day,
      status: { index: 1234, uri },
      office: '0102',
      extensionCount: 0,
      allowedClass: 1,
    },
    signer,
  )
  const trust: Trust = {
    keys: [{ kid: Buffer.from(kid).toString('hex'), alg: algorithms.ES256, iss: 'KH', notBefore: now - 90 * day, notAfter: now + day, spki }],
    lists: [{ uri, bits: 2, expiresAt: now + day, statuses: packStatuses({ bits: 2, size: 1_048_576 }, []) }],
  }
  return { text, trust, bare: await bareVerify(text, spki) }
}

async function bareVerify(text: string, spki: Uint8Array): Promise<() => Promise<boolean>> {
  const compressed = decodeBase45(text)
  const token = compressed.ok ? inflate(compressed.value, 4096) : compressed
  const sign1 = token.ok ? parseSign1(token.value) : token
  if (!sign1.ok) throw new Error(`the pass cannot be opened: ${sign1.code}`)
  const { protectedBytes, payload, signature } = sign1.value
  const bytes = encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload])
  const key = await webcrypto.subtle.importKey('spki', new Uint8Array(spki), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const signatureBytes = new Uint8Array(signature)
  return () => webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signatureBytes, bytes)
}
