// Goal: only what is true is sent, in its person's language, short, with nothing of anybody in it; a gateway's answer is read rightly. Method: whole tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../kernel/language.ts'
import { applicationCommands, applicationStates } from '../application.rules.ts'
import {
  decideDue,
  gatewayWordOf,
  languageOf,
  type MessageKind,
  messageKinds,
  messageText,
  segmentsOf,
  toldOf,
  trueIn,
  waitSeconds,
} from './message.rules.ts'

test('every command from every state: told of four, silent about the rest; of a withdrawal only after the signature', () => {
  for (const state of applicationStates) {
    const told = Object.fromEntries(applicationCommands.flatMap((command) => (toldOf(command, state) ? [[command, toldOf(command, state)]] : [])))
    const signed = state === 'signed' || state === 'produced' ? { withdraw: 'decided' } : {}
    assert.deepEqual(told, { submit: 'received', return: 'returned', produce: 'ready', reject: 'decided', ...signed }, state)
  }
})

const states: Record<MessageKind, string> = {
  received: 'submitted incomplete paid under-review approved signed produced',
  returned: 'incomplete',
  ready: 'produced',
  decided: 'rejected withdrawn',
}
const limits = { triesMax: 3, hoursMax: 72 }
for (const kind of messageKinds)
  test(`${kind}: every state of its case`, () => {
    assert.equal(trueIn[kind].join(' '), states[kind])
    for (const state of applicationStates) {
      const due = { kind, case: state, tries: 0, hasNumber: true, ageHours: 0 }
      const holds = states[kind].split(' ').includes(state)
      assert.equal(decideDue(due, limits), holds ? 'sending' : 'overtaken', state)
      assert.equal(decideDue({ ...due, hasNumber: false }, limits), 'overtaken', state)
      assert.equal(decideDue({ ...due, ageHours: 73 }, limits), 'overtaken', state)
      assert.equal(decideDue({ ...due, ageHours: 72, tries: 2 }, limits), holds ? 'sending' : 'overtaken', state)
      assert.equal(decideDue({ ...due, tries: 3 }, limits), holds ? 'dead' : 'overtaken', state)
    }
  })

test('every status of a gateway', () => {
  const said = (status: number) => gatewayWordOf(status)
  assert.deepEqual([200, 201, 202, 204].map(said), Array(4).fill('taken'))
  assert.deepEqual([400, 405, 406, 410, 413, 415, 422, 451].map(said), Array(8).fill('never'))
  assert.deepEqual([100, 301, 302, 304, 401, 402, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504, 599].map(said), Array(17).fill('later'))
})

test('the wait doubles, up to the longest', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 9, 10, 12].map((tries) => waitSeconds(tries, { first: 60, longest: 14_400 })),
    [60, 120, 240, 480, 14_400, 14_400, 14_400],
  )
  fc.assert(fc.property(fc.nat(), fc.nat(), (tries, first) => waitSeconds(tries, { first, longest: 900 }) <= 900))
})

const filling = { office: 'Mueang Sa Kaeo', number: '1234567890' }
for (const kind of messageKinds)
  for (const language of languages)
    test(`${kind} in ${language}: office and number, nothing to tap on, at most two short messages`, (t) => {
      const text = messageText(kind, language, filling)
      assert.ok(text.includes('Mueang Sa Kaeo') && text.includes('123 456 7890'), text)
      assert.doesNotMatch(text, /[{}]|https?:|www\.|\.[a-z]{2,}|[\r\n]/i)
      t.diagnostic(`${text.length} signs, ${segmentsOf(text)} UCS-2 segments: ${text}`)
      assert.ok(segmentsOf(text) <= 2, text)
    })

test('segments at their edges, and the language of its person', () => {
  assert.deepEqual(
    [0, 70, 71, 134, 135].map((length) => segmentsOf('ក'.repeat(length))),
    [1, 1, 2, 2, 3],
  )
  assert.deepEqual([languageOf({ localLanguage: 'khm' }), languageOf({ localLanguage: 'tha' })], ['km', 'th'])
})
