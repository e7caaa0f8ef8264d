// Names of states: those of these borders, and those whose nationals come most. A state without a name here stands by its three letters.
import type { StateCode } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'

/** The states of these borders. */
export const stateWords = {
  KH: { km: 'កម្ពុជា', th: 'กัมพูชา', en: 'Cambodia' },
  TH: { km: 'ថៃ', th: 'ไทย', en: 'Thailand' },
  LA: { km: 'ឡាវ', th: 'ลาว', en: 'Laos' },
  VN: { km: 'វៀតណាម', th: 'เวียดนาม', en: 'Viet Nam' },
} as const satisfies Record<StateCode, Text>

export const stateNames: Readonly<Record<string, Text>> = {
  KHM: stateWords.KH,
  THA: stateWords.TH,
  LAO: stateWords.LA,
  VNM: stateWords.VN,
  MMR: { km: 'មីយ៉ាន់ម៉ា', th: 'เมียนมา', en: 'Myanmar' },
  MYS: { km: 'ម៉ាឡេស៊ី', th: 'มาเลเซีย', en: 'Malaysia' },
  SGP: { km: 'សិង្ហបុរី', th: 'สิงคโปร์', en: 'Singapore' },
  IDN: { km: 'ឥណ្ឌូណេស៊ី', th: 'อินโดนีเซีย', en: 'Indonesia' },
  PHL: { km: 'ហ្វីលីពីន', th: 'ฟิลิปปินส์', en: 'Philippines' },
  BRN: { km: 'ប្រ៊ុយណេ', th: 'บรูไน', en: 'Brunei' },
  CHN: { km: 'ចិន', th: 'จีน', en: 'China' },
  JPN: { km: 'ជប៉ុន', th: 'ญี่ปุ่น', en: 'Japan' },
  KOR: { km: 'កូរ៉េខាងត្បូង', th: 'เกาหลีใต้', en: 'South Korea' },
  IND: { km: 'ឥណ្ឌា', th: 'อินเดีย', en: 'India' },
  USA: { km: 'សហរដ្ឋអាមេរិក', th: 'สหรัฐอเมริกา', en: 'United States' },
  GBR: { km: 'ចក្រភពអង់គ្លេស', th: 'สหราชอาณาจักร', en: 'United Kingdom' },
  FRA: { km: 'បារាំង', th: 'ฝรั่งเศส', en: 'France' },
  DEU: { km: 'អាល្លឺម៉ង់', th: 'เยอรมนี', en: 'Germany' },
  AUS: { km: 'អូស្ត្រាលី', th: 'ออสเตรเลีย', en: 'Australia' },
  RUS: { km: 'រុស្ស៊ី', th: 'รัสเซีย', en: 'Russia' },
}

const named = (code: string): Text | undefined => (Object.hasOwn(stateNames, code) ? stateNames[code] : undefined)

/** As it stands in a sentence: "nationals of the Philippines". */
export function stateInSentence(code: string, language: Language): string {
  const name = named(code)?.[language]
  if (name === undefined) return language === 'en' ? code : ` ${code}`
  return language === 'en' && withArticle.includes(code) ? `the ${name}` : name
}
const withArticle = ['USA', 'GBR', 'PHL']

/** A document by its number, and by its issuer's name where that is not written in the number: "KH0109…" · "Thailand · 1234". */
export function sayDocument(issuer: string | null, number: string, language: Language): string {
  if (issuer === null || number.startsWith(issuer)) return number
  const name = Object.hasOwn(stateWords, issuer) ? stateWords[issuer as StateCode] : named(issuer)
  return `${name?.[language] ?? issuer} · ${number}`
}

/** "France (FRA)": the name to read, the letters to compare with the book. */
export function sayNationality(code: string, language: Language): string {
  const words = named(code)
  return words ? `${words[language]} (${code})` : code
}
