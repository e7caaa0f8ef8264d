// How a lane is named in a sentence.
import type { Language, Text } from '../kernel/language.ts'
import { chiefWords } from './chief.ts'
import { inDigitsOf } from './dates.ts'

/** Lanes that are no lane: what is recorded at the point's office, and what names none. */
const noLanes: Readonly<Record<string, Text>> = {
  office: { km: 'ការិយាល័យច្រក', th: 'ที่ทำการด่าน', en: 'Point’s office' },
  '': { km: 'គ្មានជួរ', th: 'ไม่มีช่อง', en: 'No lane' },
}

/** A lane's own name, its number in the reader's digits: "3" · "៣", or "Point’s office". */
export function laneName(lane: string, language: Language): string {
  const own = lane.trim().toLowerCase()
  return Object.hasOwn(noLanes, own) ? (noLanes[own]?.[language] ?? lane) : inDigitsOf(language, lane)
}

/** The same in a sentence: "Lane 3" · "ជួរ ៣"; what is no lane is not called one. */
export const sayLane = (lane: string, language: Language): string =>
  Object.hasOwn(noLanes, lane.trim().toLowerCase()) ? laneName(lane, language) : `${chiefWords.lane[language]} ${laneName(lane, language)}`
