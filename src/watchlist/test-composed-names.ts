import { readFileSync } from 'node:fs'
import { addDays, type CivilDate } from '../kernel/time.ts'
import { type Chance, chanceOf } from '../passes/made-up/chance.ts'
import { type Record, recordOf } from '../persons/test-variants.ts'

type Pair = readonly [local: string, latin: string]
const pairs = (text: string): Pair[] => text.split(' ').map((pair) => pair.split('/') as unknown as Pair)

/** Elements of which Khmer given names are made, two by two: a name that exists or could. */
const khmerFirst = pairs(
  'សុខ/Sok ចាន់/Chan ស្រី/Srey វិ/Vi ពិ/Pi មុនី/Mony ពៅ/Pov រតនា/Ratana សំ/Sam សុ/So ធី/Thy ម៉ៅ/Mao គន្ធា/Kunthea បុប្ផា/Bopha ដា/Da លី/Ly ហេង/Heng ណា/Na គឹម/Kim សេង/Seng វណ្ណ/Vann ភា/Phea ណារិន/Narin សារ៉ា/Sara នារី/Neary ម៉ាលី/Maly ចរិយា/Chariya សុធា/Sothea កុសល/Kosal បញ្ញា/Panha ធារ៉ា/Theara វុទ្ធី/Vuthy',
)
const khmerSecond = pairs(
  'ណា/na ពៅ/pov មុំ/mom រ៉ា/ra ដា/da លក្ខ័/leak នាង/neang ធី/thy វី/vy កា/ka លី/ly ភា/phea រី/ry ហួរ/hour ម៉ៅ/mao តា/ta សុខ/sok ហេង/heng និត/nit ចាន់/chan វុធ/vuth រិទ្ធ/rith មាស/meas បូ/bo គន្ធ/kun យ៉ា/ya ទូច/touch ឡេង/leng ស៊ាង/seang ពេជ្រ/pich ហុង/hong ម៉េង/meng',
)
/** Elements of Thai family names, which the law of 1962 wants each family to have for itself. */
const thaiFirst = pairs(
  'ศรี/Si ทอง/Thong บุญ/Bun วงศ์/Wong แก้ว/Kaeo จันทร์/Chan สุข/Suk พร/Phon ชัย/Chai เพชร/Phet คำ/Kham สาย/Sai ธรรม/Tham รัตน/Rattana มณี/Mani พงษ์/Phong สม/Som กิตติ/Kitti ปัญญา/Panya วิ/Wi อินทร์/In เทพ/Thep ไพ/Phai นาม/Nam เจริญ/Charoen มี/Mi ใจ/Chai หอม/Hom ดี/Di ประ/Pra ลาภ/Lap นิล/Nin',
)
const thaiSecond = pairs(
  'สวัสดิ์/sawat ทอง/thong มา/ma วงศ์/wong แก้ว/kaeo ศรี/si สุข/suk ชัย/chai ดี/di พันธ์/phan กุล/kun เจริญ/charoen มงคล/mongkhon สิงห์/sing งาม/ngam ลักษณ์/lak โชติ/chot ภักดี/phakdi สกุล/sakun นนท์/non เพ็ชร/phet คำ/kham วัฒน์/wat สมบัติ/sombat ประเสริฐ/prasoet จันทร์/chan รัตน์/rat กิจ/kit พล/phon เดช/det สาร/san ไทย/thai',
)
const thaiThird = pairs('กุล/kun วงศ์/wong ชัย/chai ศรี/si ทอง/thong พงศ์/phong สิน/sin ธรรม/tham')

/** One of a list, drawn the more often the further ahead it stands: the nth n^-steep times as often as the first. */
type Draw = (chance: Chance) => Pair
function zipf(list: readonly Pair[], steep: number): Draw {
  let total = 0
  const upTo = list.map((_, at) => {
    total += (at + 1) ** -steep
    return total
  })
  return (chance) => {
    const drawn = (chance.below(1e9) / 1e9) * total
    return list[upTo.findIndex((sum) => drawn < sum)] ?? ['', '']
  }
}
const composed = (first: readonly Pair[], second: readonly Pair[]): Pair[] =>
  first.flatMap(([local, latin]) =>
    second.filter(([, end]) => end !== latin.toLowerCase()).map(([end, latinEnd]): Pair => [local + end, latin + latinEnd]),
  )

type Lists = { readonly family: Pair[]; readonly given: { readonly male: Pair[]; readonly female: Pair[] } }
const { KH, TH } = JSON.parse(readFileSync(new URL('../../data/made-up/names.json', import.meta.url), 'utf8')) as { KH: Lists; TH: Lists }
/** Which of a long list are the common ones is by chance, the same every time. */
const shuffled = (list: readonly Pair[]): Pair[] =>
  list
    .map((pair, at) => ({ pair, key: chanceOf(`order ${at}`).below(1e9) }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ pair }) => pair)
const khmerGiven = shuffled(composed(khmerFirst, khmerSecond))
const thaiFamilies = shuffled([...composed(thaiFirst, thaiSecond), ...composed(composed(thaiFirst, thaiSecond), thaiThird)])
const evenFrom = (list: readonly Pair[], at: number): Pair[] => list.filter((_, index) => index % 2 === at)

/**
 * What is assumed of real names. Khmer families: three of four bear one of the file's 64 names, the nth n^-0.8 times as often as the first; the others have an
 * ancestor's given name. Khmer given names: two of five common ones (n^-0.5), the others put together of two elements (n^-0.6), some for both sexes. Thai
 * families: a name of their own nearly each, some 9,000; Thai given names like the Khmer ones.
 */
const draws = {
  khmerFamily: zipf(KH.family, 0.8),
  khmerAncestor: zipf([...KH.given.male, ...khmerGiven.slice(0, 400)], 0.5),
  thaiFamily: zipf(thaiFamilies, 0.4),
  khmerComposed: [zipf(khmerGiven, 0.6), zipf(evenFrom(khmerGiven, 0), 0.6), zipf(evenFrom(khmerGiven, 1), 0.6)],
  thaiComposed: zipf(shuffled(composed(thaiFirst, thaiSecond)), 0.6),
  khmerGiven: { 1: zipf(KH.given.male, 0.5), 2: zipf(KH.given.female, 0.5) },
  thaiGiven: { 1: zipf(TH.given.male, 0.5), 2: zipf(TH.given.female, 0.5) },
} as const
const firstBirthday = '1946-01-01' as CivilDate
const [years, days] = [62, 365]

function khmerName(chance: Chance, sex: 1 | 2): [family: Pair, given: Pair] {
  const family = chance.below(100) < 75 ? draws.khmerFamily(chance) : draws.khmerAncestor(chance)
  const composedName = draws.khmerComposed[chance.below(100) < 30 ? 0 : sex] ?? draws.khmerComposed[0]
  return [family, chance.below(100) < 40 ? draws.khmerGiven[sex](chance) : composedName(chance)]
}
const thaiName = (chance: Chance, sex: 1 | 2): [family: Pair, given: Pair] => [
  draws.thaiFamily(chance),
  chance.below(100) < 50 ? draws.thaiGiven[sex](chance) : draws.thaiComposed(chance),
]

/** A made-up person with names as many and as unequal as real ones are assumed to be, of either sex in either state; born rather later than earlier. */
export function composedRecord(index: number): Record {
  const record = recordOf(index)
  const chance = chanceOf(`composed ${index}`)
  const sex = chance.below(2) === 0 ? 1 : 2
  const isKhmer = record.localLanguage === 'khm'
  const [family, given] = isKhmer ? khmerName(chance, sex) : thaiName(chance, sex)
  const born = addDays(firstBirthday, Math.max(chance.below(years * days), chance.below(years * days)))
  const birthDate = chance.below(100) < 3 ? (`${born.slice(0, 4)}-01-01` as CivilDate) : born
  return {
    ...{ ...record, sex, birthDate, givenName: given[1].toUpperCase(), familyName: family[1].toUpperCase() },
    localName: isKhmer ? `${family[0]} ${given[0]}` : `${given[0]} ${family[0]}`,
  }
}
