import { latinDigits } from '../kernel/digits.ts'
import { khmerSounds, latinFold, latinSounds, type Skeleton, skeletonOf, thaiSounds } from './sounds.rules.ts'

/** A name's parts as they are compared. */
export type NamePart = {
  /** Normalised letters. */
  readonly text: string
  /** Letters with spelling habits taken away: of Latin the sounds with their vowels, of another script its skeleton. */
  readonly fold: string
  readonly skeleton: Skeleton
}
export type Script = 'khmer' | 'thai' | 'latin' | 'other'
export type NameForm = { readonly script: Script; readonly parts: readonly NamePart[]; readonly joined: string }

/** Longer than any name that the register takes; what comes after is not looked at. */
const lettersMax = 200
const partsMax = 6

/** Signs that say nothing, or that hands put in or leave out: zero-width, Khmer's ់ ៉ ៊ ៎ ័ ៏ ៌, Thai's tone marks and short sign. Other combining marks of Latin too. */
const silent = /[\u0300-\u036F\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\u17C9-\u17CC\u17CE-\u17D1\u17DD\u17B4\u17B5\u0E47-\u0E4B\u0E4D\u0E4E]/gu
/** One sound, several code points. */
const variants: readonly [RegExp, string][] = [
  // Typed in two strokes: េ ា is ោ, េ ី is ើ, and Thai เเ is แ, ํ า is ำ.
  [/\u17C1\u17B6/gu, '\u17C4'],
  [/\u17C1\u17B8/gu, '\u17BE'],
  [/\u0E40\u0E40/gu, '\u0E41'],
  [/\u0E4D\u0E32/gu, '\u0E33'],
  // Nobody sees which of the two lies below: ្ដ, ្ត. Old letters.
  [/\u17D2\u178A/gu, '\u17D2\u178F'],
  [/\u17A3/gu, '\u17A2'],
  [/\u17A4/gu, '\u17A2\u17B6'],
  [/\u17B2/gu, '\u17B1'],
]
const latinVariants: readonly [RegExp, string][] = [
  [/ß/gu, 'ss'],
  [/[æ]/gu, 'ae'],
  [/œ/gu, 'oe'],
  [/đ|ð/gu, 'd'],
  [/ø/gu, 'o'],
  [/ł/gu, 'l'],
  [/ı/gu, 'i'],
]

/** A name with what does not matter taken away: one case, no diacritics, tone marks, zero-width or direction signs; parts apart by one space. The same again for its own result. */
export function normalName(name: string): string {
  let text = name.slice(0, 2 * lettersMax)
  // Half of all names are plain Latin.
  if (text.length <= lettersMax && /^[A-Za-z ]*$/.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim()
  // Taking a sign away can bring two others together: once more, until nothing changes; the bound is for texts that nobody writes.
  for (let round = 0; round < 4; round += 1) {
    const normal = normalOnce(text)
    if (normal === text) return text
    text = normal
  }
  return text
}

function normalOnce(name: string): string {
  // Latin's marks come apart and go; Khmer and Thai letters have no composed forms but ำ, which stays one.
  const plain = /^[\u1780-\u17D3\u0E01-\u0E4E ]*$/u.test(name) ? name : decomposed(name)
  const spelt = variants.reduce((text, [pattern, to]) => text.replace(pattern, to), plain).replace(silent, '')
  const parts = spelt
    .replace(/(?<=[a-z])['’ʼ`](?=[a-z])/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    // The order in which vowel and sign were typed is not seen.
    .replace(/[\u17B6-\u17C8]{2,}/gu, (signs) => Array.from(signs).sort().join(''))
  return Array.from(parts.trim()).slice(0, lettersMax).join('').trim()
}

function decomposed(name: string): string {
  const lower = name
    .normalize('NFKD')
    .replace(/\u0E4D\u0E32/gu, '\u0E33')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\u0E4D\u0E32/gu, '\u0E33')
  return latinVariants.reduce((text, [pattern, to]) => text.replace(pattern, to), lower)
}

const titles = new Set(
  [
    'លោក លោកស្រី លោកតា អ្នកស្រី អ្នកនាង កញ្ញា ឯកឧត្តម ឧកញ៉ា',
    'นาย นาง นางสาว น ส ด ช ญ ดช ดญ นส เด็กชาย เด็กหญิง คุณ',
    'mr mrs ms miss mister dr madam lok neak oknha h e khun',
  ].flatMap((line) => line.split(' ').map(normalName)),
)
/** Thai writes its titles without a space. */
const thaiTitle = new RegExp(`^(?:${['นางสาว', 'เด็กชาย', 'เด็กหญิง', 'นาย', 'นาง'].map(normalName).join('|')})(?=.{3})`, 'u')

/** A name in parts, without titles: what is compared and what keys are made of. */
export function nameForm(name: string): NameForm {
  const all = normalName(name).split(' ').filter(Boolean)
  const untitled = all.filter((part) => !titles.has(part))
  const [first = '', ...others] = untitled.length > 0 ? untitled : all
  const words = [first.replace(thaiTitle, ''), ...others].filter(Boolean).slice(0, partsMax)
  const joined = words.join('')
  const script = scriptOf(joined)
  return { script, joined, parts: words.map(partOf) }
}

function partOf(text: string): NamePart {
  const script = scriptOf(text)
  if (script === 'latin') return { text, fold: latinFold(text), skeleton: skeletonOf(latinSounds(text)) }
  if (script === 'other') return { text, fold: text, skeleton: text.toUpperCase() }
  const skeleton = skeletonOf(script === 'khmer' ? khmerSounds(text) : thaiSounds(text))
  return { text, fold: skeleton, skeleton }
}

const scriptOf = (text: string): Script =>
  /[\u1780-\u17B3]/u.test(text) ? 'khmer' : /[\u0E01-\u0E2E]/u.test(text) ? 'thai' : /[a-z]/u.test(text) ? 'latin' : 'other'

/** An identity number as it is compared: capital letters and digits, whichever script wrote the digits. */
export const normalNumber = (number: string): string =>
  latinDigits(number.slice(0, 2 * lettersMax).normalize('NFKC'))
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '')

const keysMax = 12
const keyLettersMax = 40
/** The keys a person is found by: the skeleton of each part of each name, and the number behind a #. Few, since each is a row for every person. */
export function keysOf(person: { readonly names: readonly string[]; readonly nationalId: string }): string[] {
  const number = normalNumber(person.nationalId).slice(0, keyLettersMax - 1)
  const skeletons = person.names.flatMap((name) => nameForm(name).parts.map(({ skeleton }) => skeleton.slice(0, keyLettersMax)))
  return [...new Set([...(number === '' ? [] : [`#${number}`]), ...skeletons.filter((skeleton) => skeleton !== '')])].slice(0, keysMax)
}

/** A new number moves whenever the same name gives other keys: keys of an older one are made again (keep-keys.ts). */
export const keysVersion = 2
