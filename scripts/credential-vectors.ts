// Writes vectors/credential and vectors/status: the same bytes on every run of the pinned Node. Usage: node scripts/run.mjs scripts/credential-vectors.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outcomeOf } from '../src/credential/codes.ts'
import { trustToJson } from '../src/credential/trust.ts'
import { invalidCases } from '../src/credential/vectors/invalid.ts'
import { type DeltaCase, invalidDeltas, trustedSigner, validDeltas } from '../src/credential/vectors/status.ts'
import { type Case, keys, now, trust } from '../src/credential/vectors/token.ts'
import { validCases } from '../src/credential/vectors/valid.ts'

const folder = fileURLToPath(new URL('../vectors/credential/', import.meta.url))

mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}trust.json`, await trustToJson(trust))
writeFileSync(
  `${folder}test-keys.json`,
  asJson({ warning: 'Made up for tests. Never trust or use these keys.', keys: Object.values(keys).map(asTestKey) }),
)
writeFileSync(`${folder}valid.json`, asJson(await Promise.all(validCases.map(asVector))))
writeFileSync(`${folder}invalid.json`, asJson(await Promise.all(invalidCases.map(asVector))))

const statusFolder = fileURLToPath(new URL('../vectors/status/', import.meta.url))
mkdirSync(statusFolder, { recursive: true })
writeFileSync(`${statusFolder}trust.json`, await trustToJson({ keys: [trustedSigner], lists: [] }))
writeFileSync(`${statusFolder}valid.json`, asJson((await Promise.all(validDeltas)).map(asDeltaVector)))
writeFileSync(`${statusFolder}invalid.json`, asJson((await Promise.all(invalidDeltas)).map(asDeltaVector)))

function asDeltaVector({ name, list, token, code, result }: DeltaCase) {
  const { uri, bits, seq, expiresAt, statuses } = list
  const held = { uri, bits, seq, exp: expiresAt, bytes: Buffer.from(statuses).toString('hex') }
  return { name, trust: 'trust.json', now, list: held, token: Buffer.from(token).toString('hex'), expected: { code, ...(result && { result }) } }
}

async function asVector({ name, text, code }: Case) {
  return { name, text: await text, trust: 'trust.json', now, expected: { outcome: outcomeOf[code], code } }
}

function asTestKey({ name, alg, kid, privateHex, spki }: (typeof keys)[keyof typeof keys]) {
  return { name, alg, kid: Buffer.from(kid).toString('hex'), privateHex, spkiHex: Buffer.from(spki).toString('hex') }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
