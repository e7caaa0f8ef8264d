import type { Text } from '../../kernel/language.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { coverGold, coverMm, drawCover, emblemMm, pageMm } from './guilloche.ts'
import { coverWords, labels, type PrintingState, stateFace } from './page-words.ts'
import { jsonOf, midnightOf, type PageJob } from './pass-page.ts'

export type CoverData = {
  readonly state: PrintingState
  /** The state's name, out of its profile. */
  readonly name: Text
  /** The file's date. */
  readonly on: CivilDate
}

/** Front and back of the booklet on one sheet. It holds a place for the state's emblem and no emblem: that is the state's own to put there. */
export function toCoverJob({ state, name, on }: CoverData): PageJob {
  const { order, localTitle, neighbourTitle } = stateFace[state]
  const [local, neighbour] = order
  const inOrder = (text: Text) => order.map((language) => text[language])
  return {
    input: jsonOf({
      title: `Cover of the border pass, ${name.en}`,
      language: local,
      mm: { width: coverMm.width, height: coverMm.height, page: pageMm.width, fold: coverMm.fold, emblem: emblemMm },
      gold: coverGold,
      moul: local === 'km',
      country: { local: name[local], neighbour: name[neighbour], en: name.en.toUpperCase() },
      document: { local: localTitle, neighbour: neighbourTitle, en: labels.title.en },
      emblem: inOrder(coverWords.emblem),
      back: [inOrder(coverWords.found), inOrder(coverWords.pages)],
    }),
    files: [{ path: 'cover.svg', bytes: new TextEncoder().encode(drawCover(state)) }],
    pages: 1,
    createdAtEpochSeconds: midnightOf(on),
  }
}
