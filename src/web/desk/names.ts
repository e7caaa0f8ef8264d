import { type AreaCode, stateOfArea } from '../../kernel/code.ts'
import type { Language } from '../../kernel/language.ts'
import { headIn } from '../../passes/office-head.rules.ts'
import type { AreaAnswer, PointAnswer } from '../../places/places.api.ts'
import { commonWords } from '../../words/common.ts'
import { officeHeadWords } from '../../words/office-heads.ts'
import { stateWords } from '../../words/states.ts'
import { useWords } from './frame/language.tsx'
import { useInstance, useInstruments, useNamedAreas, useOffices, usePoints } from './queries.ts'

const ownLanguage: Readonly<Record<string, Language>> = { KH: 'km', TH: 'th' }

/** An area in letters that its reader reads: its own where they are theirs, else Latin. */
export const areaShort = ({ code, name }: Pick<AreaAnswer, 'code' | 'name'>, language: Language): string =>
  ownLanguage[stateOfArea(code as AreaCode)] === language ? name.native : name.en

/** The same first, then the other: "Poipet · ប៉ោយប៉ែត" in English and Thai, which has no name for it, and in Khmer the other way round. */
export const areaText = (area: Pick<AreaAnswer, 'code' | 'name'>, language: Language): string =>
  [...new Set([areaShort(area, language), area.name.native, area.name.en])].join(' · ')

/** Stands where a name is on its way. */
const notYet = '…'

/** The name a person reads for an area's code, of one that has ended its last; the code itself where it has none. `everywhere`: also those of the other side. */
export function useAreaName({ everywhere = false } = {}) {
  const { language } = useWords()
  const instance = useInstance()
  const state = instance.data?.state
  const areas = useNamedAreas(everywhere ? undefined : state, everywhere || state !== undefined)
  const names = new Map((areas.data ?? []).map((area) => [area.code, areaText(area, language)]))
  const isWaiting = !areas.data && !areas.error && !instance.error
  return (code: string): string => names.get(code) ?? (isWaiting ? notYet : code)
}

/** Who holds an office's mandate, in the reader's language: its head; anybody else as the record names them. */
export function useHeadName() {
  const { say, language } = useWords()
  const instance = useInstance()
  const state = instance.data?.state
  const areas = useNamedAreas(state, state !== undefined)
  const offices = useOffices()
  return (recorded: string, office: string): string => {
    const name = offices.data?.find(({ id }) => id === office)?.name
    if (!name) return recorded
    const id = office as AreaCode
    const level = areas.data?.find(({ code }) => code === office)?.level ?? ''
    const head = headIn(recorded, { id, nameEn: name.en, level })
    return head ? say(officeHeadWords[head], { area: areaShort({ code: id, name }, language) }) : recorded
  }
}

export function useInstrumentTitle() {
  const { language } = useWords()
  const instruments = useInstruments()
  const titles = new Map((instruments.data ?? []).map(({ id, title }) => [id, title[language]]))
  return (id: string): string => titles.get(id) ?? id
}

/** Who issued an instrument: states by their names ("KH-TH"), this system by its own, anybody else as written. */
export function useIssuerName() {
  const { say } = useWords()
  return (issuer: string): string => {
    if (issuer === 'spean') return say(commonWords.name)
    const states = issuer.split('-')
    return states.every((state) => Object.hasOwn(stateWords, state))
      ? states.map((state) => say(stateWords[state as keyof typeof stateWords])).join(' · ')
      : issuer
  }
}

/** Both sides' names of a crossing point: the side that writes the reader's language first; a missing name falls back to that side's own script, then English. */
export function pointText(names: PointAnswer['names'], { language, home }: { language: Language; home: string }): string {
  const first = Object.keys(ownLanguage).find((side) => ownLanguage[side] === language) ?? home
  const sides = Object.keys(names).sort((a, b) => Number(b === first) - Number(a === first))
  const said = sides.map((side) => {
    const name = names[side]
    const own = ownLanguage[side]
    return name?.[language] ?? (own && name?.[own]) ?? name?.en
  })
  return [...new Set(said.filter((name) => name !== undefined))].join(' · ')
}

export function usePointName() {
  const { language } = useWords()
  const instance = useInstance()
  const points = usePoints()
  const home = instance.data?.state ?? 'KH'
  const names = new Map((points.data ?? []).map(({ point, names }) => [point, pointText(names, { language, home })]))
  const isWaiting = !points.data && !points.error
  return (point: string): string => names.get(point) ?? (isWaiting ? notYet : point)
}
