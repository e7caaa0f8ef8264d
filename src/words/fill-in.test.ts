// Goal: one day is a day and two are days, in every English phrase that counts. Method: the filler on cases; then every phrase of this folder is looked at, so that a new one cannot be forgotten.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { languages, type Text } from '../kernel/language.ts'
import { formatNumber } from './dates.ts'
import { fillIn } from './fill-in.ts'
import { sayProblem } from './problems.ts'
import { stayWords } from './stays.ts'

const over = stayWords.daysOver.en
const counted: [value: string | number, said: string][] = [
  [1, 'Over by 1 day'],
  ['1', 'Over by 1 day'],
  [0, 'Over by 0 days'],
  [2, 'Over by 2 days'],
  [11, 'Over by 11 days'],
  ['1,001', 'Over by 1,001 days'],
]
for (const [value, said] of counted) test(`${value} is said as: ${said}`, () => assert.equal(fillIn(over, { days: value }), said))

test('a refusal counts as well, and a count without its value leaves nothing behind', () => {
  const after = (seconds: number) => sayProblem({ code: 'portal.too-many', about: { seconds } }, 'en').next
  assert.match(after(1), /in 1 second,/)
  assert.match(after(40), /in 40 seconds,/)
  assert.match(after(121), /in 3 minutes,/)
  assert.match(after(85_165), /in 24 hours,/)
  assert.match(sayProblem({ code: 'portal.too-many', about: { seconds: 85_165 } }, 'km').next, /២៤ ម៉ោង/)
  assert.equal(fillIn(over, {}), 'Over by')
  assert.equal(fillIn('No table ({why}), of ({n} rows)', {}), 'No table, of ( rows)', 'brackets go with what alone stands in them')
  assert.equal(fillIn('No table ({why})', { why: '()' }), 'No table (())')
  assert.equal(fillIn('{n} {n:a|b}', { n: '{n:a|b}' }), '{n:a|b} b', 'a value is no phrase')
  for (const language of ['km', 'th'] as const)
    assert.match(fillIn(stayWords.daysOver[language], { days: formatNumber(1, language) }), /[1១]/, 'no other form for one')
})

const beside: [text: string, area: string, said: string][] = [
  ['ที่ออกใน{area}ผ่านได้', 'Poipet', 'ที่ออกใน Poipet ผ่านได้'],
  ['ที่ออกใน{area}ผ่านได้', 'สระแก้ว', 'ที่ออกในสระแก้วผ่านได้'],
  ['ចេញនៅ{area}។', 'Sa Kaeo', 'ចេញនៅ Sa Kaeo។'],
  ['ចេញនៅ {area} ទេ', 'Sa Kaeo', 'ចេញនៅ Sa Kaeo ទេ'],
  ['{area}', 'Sa Kaeo', 'Sa Kaeo'],
  ['ที่ {area}{area}', '7', 'ที่ 77'],
  ['in {area}.', 'Sa Kaeo', 'in Sa Kaeo.'],
]
for (const [text, area, said] of beside)
  test(`Latin letters stand apart from Khmer and Thai ones: ${said}`, () => assert.equal(fillIn(text, { area }), said))

const isText = (value: object): value is Text => languages.every((language) => typeof (value as Partial<Text>)[language] === 'string')
function textsIn(value: unknown, where: string): [where: string, text: Text][] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [[where, value]]
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${where}.${name}`))
}
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const texts: [where: string, text: Text][] = []
for (const file of files) texts.push(...textsIn({ ...(await import(`./${file}`)) }, file))

const many =
  /\{\w+\} (working )?(days|weeks|months|years|hours|minutes|seconds|people|passes|pages|places|wheels|mandates|entries|records|times|holders|characters|bytes|kilobytes|cases|movements|applications|booklets|points|orders|stays|rows|lines|offices|keys|pictures)\b/

test('no English phrase counts in the plural alone, and a word in two forms stands beside its number', () => {
  assert.ok(texts.length > 1500, String(texts.length))
  for (const [where, { km, th, en }] of texts) {
    assert.doesNotMatch(en, many, where)
    assert.doesNotMatch(km + th, /\{\w+:/, where)
    for (const [, name, one, other] of en.matchAll(/\{(\w+):([^|}]*)\|([^|}]*)\}/g)) {
      assert.ok(en.includes(`{${name}}`), `${where}: ${name}`)
      assert.ok(one && other && one !== other, where)
    }
    assert.doesNotMatch(en.replace(/\{\w+(:[^|{}]+\|[^|{}]+)?\}/g, ''), /[{}|]/, where)
  }
})
