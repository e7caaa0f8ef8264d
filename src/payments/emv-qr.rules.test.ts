// Goal: every payment code of vectors/payments is read, or refused for its reason. Method: each file entry as an outside reader would; the checksum against its published check value.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { checksumOf, qrFaults, readPayload } from './emv-qr.rules.ts'
import { readKhqr, writeKhqr } from './khqr.rules.ts'
import { readPromptPay, writePromptPay } from './promptpay.rules.ts'
import { type InvalidVector, invalidVectors, type ValidVector, validVectors } from './test-vectors.ts'

const address = (name: string) => new URL(`../../vectors/payments/${name}.json`, import.meta.url)
if (process.env['SPEAN_TEST_WRITE_PAYMENTS']) {
  writeFileSync(address('valid'), `${JSON.stringify(validVectors(), null, 2)}\n`)
  writeFileSync(address('invalid'), `${JSON.stringify(invalidVectors(), null, 2)}\n`)
}
const read = <T>(name: string): T[] => JSON.parse(readFileSync(address(name), 'utf8'))
const valid = read<ValidVector>('valid')
const invalid = read<InvalidVector>('invalid')
const readers = { khqr: readKhqr, promptpay: readPromptPay }

for (const { name, kind, text, md5, content } of valid)
  test(`valid: ${name}`, () => {
    assert.deepEqual(readers[kind](text), { ok: true, value: content })
    const written = kind === 'khqr' ? writeKhqr(content as never) : writePromptPay(content as never)
    assert.deepEqual(written, { ok: true, value: text })
    assert.equal(hash('md5', text), md5)
  })

for (const { name, kind, text, fault } of invalid)
  test(`${fault}: ${name}`, () => {
    const answer = readers[kind](text)
    assert.equal(answer.ok || answer.fault, fault)
  })

test('every fault has a vector, more of them invalid than valid, no name twice; the files are what the makers make', () => {
  assert.deepEqual([...new Set(invalid.map(({ fault }) => fault))].sort(), [...qrFaults].sort())
  assert.ok(valid.length >= 8 && invalid.length > 2 * valid.length)
  const names = [...valid, ...invalid].map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  assert.deepEqual([valid, invalid], [validVectors(), invalidVectors()])
})

test('CRC-16/CCITT-FALSE: its check value, and a known payload', () => {
  assert.equal(checksumOf('123456789'), '29B1')
  assert.equal(checksumOf(''), 'FFFF')
  // Over UTF-8, as the libraries take it, not over characters.
  assert.notEqual(checksumOf('ក'), checksumOf('\u00e1'))
  const known = '00020101021229370016A0000006770101110113006681234567853037645802TH5406200.006304A0EC'
  assert.equal(readPayload(known).ok, true)
})
