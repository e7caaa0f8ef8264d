/**
 * One letter for each sound that Khmer, Thai and Latin spellings of a name share: K ក ข k kh g · C ច ช ch j · T ត ท t th d · P ព ผ p ph b f · S ស ศ s x z · M N
 * (ng is G) · L រ ล r l · and at the beginning of a word alone H, W, Y, and A for a vowel. Vowels are left out: each script writes them in its own way.
 */
export type Skeleton = string

/** Consonants → a word's skeleton. Inside a word r, l and n are one (Thai says n for all at a syllable's end), h, w, y are vowels' companions; at its end s, ch and t are one. */
export function skeletonOf(sounds: string): Skeleton {
  const inner = sounds
    .slice(1)
    .replace(/[HWYA]/g, '')
    .replaceAll('L', 'N')
  const joined = (sounds.slice(0, 1) + inner).replace(/(.)\1+/g, '$1')
  return joined.length < 2 ? joined : joined.replace(/[SC]$/, 'T').replace(/(.)\1+$/, '$1')
}

const soundsFrom = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)))

const khmer = soundsFrom({
  K: 'កខគឃៈ',
  G: 'ង',
  C: 'ចឆជឈ',
  N: 'ញណន',
  T: 'ដឋឌឍតថទធ',
  P: 'បផពភ',
  M: 'មំ',
  Y: 'យ',
  L: 'រលឡឫឬឭឮ',
  W: 'វ',
  S: 'ឝឞស',
  H: 'ហ',
  A: 'អឣឤឥឦឧឨឩឪឯឰឱឲឳ',
})
/** A consonant below another, U+17D2, and the killed consonant, U+17CD. */
const khmerChanges: readonly [RegExp, string][] = [
  [/.\u17CD/gu, ''],
  // ហ carries a foreign consonant: ហ្វ is f, ហ្គ is g.
  [/ហ\u17D2វ/gu, 'ព'],
  [/ហ\u17D2/gu, ''],
  // ាំ is said "ang".
  [/\u17B6\u17C6/gu, 'ង'],
  // The lower consonant of a last cluster is silent: ភ័ក្រ, វង្ស, ច័ន្ទ.
  [/(?:\u17D2[\u1780-\u17A2])+[\u17B7\u17BB]?$/gu, ''],
]
/** The consonants of a Khmer word. */
export const khmerSounds = (word: string): string => spell(khmer, change(khmerChanges, word))

const thai = soundsFrom({
  K: 'กขฃคฅฆ',
  G: 'ง',
  C: 'จฉชฌ',
  N: 'ณน',
  T: 'ฎฏฐฑฒดตถทธ',
  P: 'บปผฝพฟภ',
  M: 'มำ',
  Y: 'ยญ',
  L: 'รลฬฤฦ',
  W: 'ว',
  S: 'ซศษส',
  H: 'หฮ',
  A: 'อ',
})
const thaiChanges: readonly [RegExp, string][] = [
  // What the karan silences: จันทร์, ลักษณ์, ศักดิ์, วงศ์.
  [/(?:[กคจดตทธ]ร|ษณ|[\u0E01-\u0E2E][\u0E34\u0E38]?)\u0E4C/gu, ''],
  // The ร of ศรี and of เพชร (also เพ็ชร), parts of many family names, is not said.
  [/ศรี/gu, 'สี'],
  [/พ\u0E47?ชร/gu, 'พต'],
  [/รร$/gu, 'น'],
  [/รร/gu, ''],
  [/ทร(?=[\u0E30-\u0E3A\u0E40-\u0E44])/gu, 'ส'],
  // A silent ห before a sonorant: หมาย, หญิง.
  [/ห(?=[งญนมยรลว])/gu, ''],
  // ญ begins a syllable as y, and ends one as n.
  [/ญญ|ญ(?![\u0E30-\u0E3A])/gu, 'น'],
]
/** The consonants of a Thai word. */
export const thaiSounds = (word: string): string => spell(thai, change(thaiChanges, word))

/** Sri is how many write ศรี, which is said si. */
const unsaid = (word: string): string => word.replaceAll('sri', 'si')
const latinGroups = /ts|tch|chh?|c(?=[eiy])|j|sh|[sxz]|ph|bh|[pbf]|th|dh|[td]|ngh?|n[hy](?=[aeiou])|[n]|kh|gh|ck|[kgqc]|m|[rl]|[vw]|h|y|[aeiou]+/g
/** The consonants of a Latin word, lower-case letters a to z. */
export const latinSounds = (word: string): string => Array.from(unsaid(word).matchAll(latinGroups), ([group]) => latinSound(group)).join('')

function latinSound(group: string): string {
  if (/^(ts|sh|[sxz])$/.test(group)) return 'S'
  if (/^(tch|c|j|chh?)$/.test(group)) return group === 'c' ? 'S' : 'C'
  if (group.startsWith('ng')) return 'G'
  const first = group[0] ?? ''
  return /[aeiou]/.test(first) ? 'A' : (latinFirst.get(first) ?? '')
}
const latinFirst = soundsFrom({ K: 'kgqc', T: 'td', P: 'pbf', N: 'n', M: 'm', L: 'rl', W: 'vw', H: 'h', Y: 'y' })

/** As `latinSounds`, with each run of vowels told by its chief one: a before o and u before i. What Sok, Suk and Sokh share, and Sik does not. */
export function latinFold(word: string): string {
  const spelt = unsaid(word).replace(latinGroups, (group, at: number) => {
    if (/[aeiou]/.test(group)) return vowelOf(group)
    if (group === 'y') return at === 0 ? 'Y' : 'i'
    if (group === 'h' && at > 0) return ''
    return latinSound(group)
  })
  return spelt.replace(/[aoi]{2,}/g, vowelOf).replace(/(.)\1+/g, '$1')
}
const vowelOf = (run: string): string => (run.includes('a') ? 'a' : /[ou]/.test(run) ? 'o' : 'i')

const change = (changes: readonly [RegExp, string][], word: string): string =>
  changes.reduce((text, [pattern, to]) => text.replace(pattern, to), word)
const spell = (sounds: ReadonlyMap<string, string>, word: string): string => Array.from(word, (letter) => sounds.get(letter) ?? '').join('')
