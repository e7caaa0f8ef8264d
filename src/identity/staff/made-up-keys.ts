import { createECDH, createPrivateKey, hash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { type Authenticator, makeAuthenticator } from '../software-authenticator.ts'

/** The passkeys of a demonstration's made-up signers, held by the server: gestures that no person makes, so never for a real one. */
export type MadeUpKeys = { of(account: string): Authenticator }

const seedBytes = 32
/** Of the curve P-256: a private key is a number from 1 to below this. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Keys drawn from the seed in `file` (mode 600), made at the first use: another demonstration has other keys. */
export function openMadeUpKeys(file: string): MadeUpKeys {
  const seed = keptSeed(file)
  const made = new Map<string, Authenticator>()
  return {
    of(account) {
      const kept = made.get(account) ?? authenticatorOf(seed, account)
      made.set(account, kept)
      return kept
    },
  }
}

function keptSeed(file: string): Buffer {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(seedBytes), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  const seed = readFileSync(file)
  if (seed.length !== seedBytes) throw new Error(`${file} is not the seed of made-up passkeys`)
  return seed
}

function authenticatorOf(seed: Buffer, account: string): Authenticator {
  const wide = BigInt(`0x${Buffer.from(hkdfSync('sha256', seed, '', `made-up signer ${account}`, 48)).toString('hex')}`)
  const d = Buffer.from(((wide % (order - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(d)
  const point = pair.getPublicKey()
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const privateKey = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: d.toString('base64url'), x: part(1), y: part(33) } })
  return makeAuthenticator({ privateKey, credentialId: hash('sha256', Buffer.concat([point, Buffer.from(account)]), 'buffer') })
}
