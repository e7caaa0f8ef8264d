// Goal: whom an order lets pass, and when, reads the same in three languages. Method: whole phrases; the words' lists against the rules'.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Text } from '../kernel/language.ts'
import { weekdays } from '../kernel/time.ts'
import { type DocumentKind, documentKinds, type Purpose, purposes } from '../places/order.rules.ts'
import { documentKindWords, nationalWords, orderPhrases, purposeWords, saySession, saySessions, sayWho } from './order-phrases.ts'

purposeWords satisfies Record<Purpose, Text>
documentKindWords satisfies Record<DocumentKind, Text>

test('every purpose and document has words', () => {
  assert.deepEqual(Object.keys(purposeWords).sort(), [...purposes].sort())
  assert.deepEqual(Object.keys(documentKindWords).sort(), [...documentKinds].sort())
})

test('each phrase is in its own letters, with the same values', () => {
  for (const [name, text] of [orderPhrases, purposeWords, documentKindWords, nationalWords].flatMap((table): [string, Text][] =>
    Object.entries(table),
  )) {
    assert.match(text.km, /\p{Script=Khmer}/u, name)
    assert.match(text.th, /\p{Script=Thai}/u, name)
    const named = (line: string) => [...line.matchAll(/\{(\w+)\}/g)].map(([value]) => value)
    for (const language of languages) assert.deepEqual(named(text[language]), named(text.en), `${name} ${language}`)
  }
})

const students = { opens: '06:00', closes: '08:00', days: weekdays, who: { purposes: ['student'] }, quota: null }
const morning = {
  opens: '08:00',
  closes: '09:30',
  days: ['mon', 'tue', 'wed'],
  who: { issuingAreas: ['KH:01'], documents: ['border-pass'], ageFrom: 18, ageUntil: 60 },
  quota: 300,
}
test('a session in words', () => {
  assert.deepEqual(saySession(students, 'en'), { hours: '06:00–08:00', who: 'Students' })
  assert.deepEqual(saySession(students, 'km'), { hours: '០៦:០០–០៨:០០', who: 'សិស្ស' })
  assert.deepEqual(saySession(students, 'th'), { hours: '06:00–08:00', who: 'นักเรียน' })
  assert.deepEqual(
    saySession(morning, 'en', () => 'Banteay Meanchey'),
    {
      hours: '08:00–09:30 Monday to Wednesday',
      who: 'Border pass · Passes issued in Banteay Meanchey · Aged 18 or more · Under 60 years of age · 300 places a day',
    },
  )
})

test('an order in words: by the clock, the usual hours, or closed', () => {
  const lines = saySessions({ sessions: [morning, students], who: {} }, 'en')
  assert.deepEqual(
    lines.map(({ hours }) => hours.slice(0, 5)),
    ['06:00', '08:00'],
  )
  assert.deepEqual(saySessions({ sessions: null, who: { goingHome: true, nationalities: ['KHM', 'FRA'] } }, 'en'), [
    { hours: 'The usual hours of the point', who: 'People going home · Cambodians and Nationals of France' },
  ])
  assert.deepEqual(saySessions({ sessions: [], who: {} }, 'en'), [{ hours: '', who: 'Closed to everybody' }])
  assert.equal(sayWho({}, 'th'), 'ทุกคน')
  assert.match(sayWho({ issuingAreas: ['KH:01'] }, 'en'), /KH:01/)
})
