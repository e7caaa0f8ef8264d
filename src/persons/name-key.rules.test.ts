// Goal: a name is the same however it is typed, and its sound is the same in Khmer, Thai and Latin letters. Method: tables of pairs; fast-check for every text there is.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { keysOf, nameForm, normalName, normalNumber } from './name-key.rules.ts'

const skeletons = (name: string): string =>
  nameForm(name)
    .parts.map(({ skeleton }) => skeleton)
    .join(' ')

const same: [why: string, one: string, other: string][] = [
  ['case and spaces', '  SOK   Dara ', 'sok dara'],
  ['hyphens and dots', 'Sok-Dara.', 'sok dara'],
  ['an apostrophe within', "O'Neil", 'oneil'],
  ['diacritics', 'Söḱ Dàrâ', 'sok dara'],
  ['a letter of its own', 'Đặng Łukasz', 'dang lukasz'],
  ['full-width letters', 'ＳＯＫ', 'sok'],
  ['zero-width characters', 'ស\u200Bុខ\u200C', 'សុខ'],
  ['direction marks', '\u202ASok\u202C \u2066Dara\u2069', 'sok dara'],
  ['Khmer signs of register', 'ម៉ាលី', 'មាលី'],
  ['Khmer vowel in two strokes: ោ', 'សេាភា', 'សោភា'],
  ['Khmer vowel in two strokes: ើ', 'ចំរេីន', 'ចំរើន'],
  ['the two lower letters that look alike', 'កន្ដាល', 'កន្តាល'],
  ['Khmer sign before or behind its vowel', 'ស៊ីណា', 'សី៊ណា'],
  ['Khmer vowel and nikahit in either order', 'កុំ', 'កំុ'],
  ['Thai tone marks', 'น้ำฝน', 'นำฝน'],
  ['Thai ำ in two strokes', 'นํา', 'นำ'],
  ['Thai แ in two strokes', 'เเก้ว', 'แก้ว'],
  ['NUL and other controls', 'So\0k\u0007', 'sok'],
]
for (const [why, one, other] of same) test(`the same name: ${why}`, () => assert.equal(normalName(one), normalName(other)))

const titled: [title: string, name: string][] = [
  ['លោក សុខ ដារា', 'សុខ ដារា'],
  ['អ្នកស្រី សុខ ដារា', 'សុខ ដារា'],
  ['นายสมชาย ใจดี', 'สมชาย ใจดี'],
  ['นาย สมชาย ใจดี', 'สมชาย ใจดี'],
  ['นางสาวสุดา ใจดี', 'สุดา ใจดี'],
  ['น.ส. สุดา ใจดี', 'สุดา ใจดี'],
  ['ด.ช. สมชาย ใจดี', 'สมชาย ใจดี'],
  ['Mr. Sok Dara', 'Sok Dara'],
  ['LOK Sok Dara', 'Sok Dara'],
]
for (const [title, name] of titled) test(`a title is no name: ${title}`, () => assert.deepEqual(nameForm(title), nameForm(name)))
test('a name that is only a title stays one', () => assert.equal(nameForm('Lok').joined, 'lok'))

const alike: [local: string, ...latin: string[]][] = [
  ['សុខ', 'Sok', 'Sokh', 'Suk', 'SOUK'],
  ['ចាន់', 'Chan', 'Jan', 'Chann'],
  ['ផល្លា', 'Phalla', 'Palla', 'Pala'],
  ['វណ្ណៈ', 'Vannak', 'Wannak', 'Vanak'],
  ['សាំង', 'Sang', 'Saang'],
  ['វង្ស', 'Vong', 'Wong'],
  ['ច័ន្ទ', 'Chan', 'Chann'],
  ['សំណាង', 'Samnang', 'Somnang'],
  ['វិចិត្រ', 'Vichet', 'Vichit', 'Vicheth'],
  ['អ៊ុំ', 'Um', 'Oum'],
  ['ชัยชนะ', 'Chaichana', 'Jaichana'],
  ['พร', 'Phon', 'Porn', 'Pon'],
  ['สมศักดิ์', 'Somsak', 'Somsack'],
  ['จันทร์เพ็ญ', 'Chanphen', 'Janpen'],
  ['วรรณา', 'Wanna', 'Vanna'],
  ['สมหมาย', 'Sommai', 'Sommay'],
  ['ทรัพย์', 'Sap'],
  ['กัลยา', 'Kanlaya', 'Kalaya'],
  ['หญิง', 'Ying'],
]
for (const [local, ...spellings] of alike)
  for (const latin of spellings) test(`${local} sounds like ${latin}`, () => assert.equal(skeletons(latin), skeletons(local)))

test('of the made-up names at least 97 of 100 meet across the scripts', () => {
  type Pairs = [string, string][]
  const names = JSON.parse(readFileSync(new URL('../../data/made-up/names.json', import.meta.url), 'utf8')) as Record<
    'KH' | 'TH',
    { family: Pairs; given: { male: Pairs; female: Pairs } }
  >
  const pairs = (['KH', 'TH'] as const).flatMap((state) => [...names[state].family, ...names[state].given.male, ...names[state].given.female])
  const met = pairs.filter(([local, latin]) => skeletons(local) === skeletons(latin))
  assert.ok(met.length / pairs.length >= 0.97, `${met.length} of ${pairs.length}`)
})

test('keys: each part once, whatever the script, and the number behind a sign', () => {
  assert.deepEqual(keysOf({ names: ['សុខ ដារ៉ា', 'SOK DARA'], nationalId: '០១០ 234-567' }), ['#010234567', 'SK', 'TN'])
  assert.deepEqual(keysOf({ names: ['—', '— —'], nationalId: '—' }), [])
  assert.equal(normalNumber('๑๒๓ ab-c'), '123ABC')
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.array(fc.integer({ min: 0x1780, max: 0x17ff }), { maxLength: 60 }).map((points) => String.fromCodePoint(...points)),
  fc.array(fc.integer({ min: 0x0e00, max: 0x0e7f }), { maxLength: 60 }).map((points) => String.fromCodePoint(...points)),
  fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '-', '\u200B', '\u202E', '\0', '\uD800', 'ﷺ', 'İ', 'ß', '្', 'ា', '์', '1'), maxLength: 60 }),
)
test('any text has a normal form, which is its own normal form, and keys that a column takes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalName(text)
      assert.equal(normalName(once), once)
      assert.doesNotMatch(once, /[\0\p{Cs}\p{Cf}]/u)
      for (const key of keysOf({ names: [text, `${text} ${text}`], nationalId: text })) assert.ok(key.length >= 1 && key.length <= 40, key)
      assert.ok(keysOf({ names: [text, text], nationalId: text }).length <= 12)
    }),
    { numRuns: 2_000 },
  )
})

test('a text without an end is read no further than a name goes', () => {
  for (const letter of ['a', ' ', 'ក', '្ក', '์', '\u0301', '\uD83D\uDE00', 'ﷺ', 'a-'])
    for (const text of [letter.repeat(10_000), `${letter.repeat(5_000)}x${letter.repeat(5_000)}`]) {
      assert.ok(normalName(text).length <= 800)
      assert.ok(nameForm(text).parts.length <= 6)
    }
})
