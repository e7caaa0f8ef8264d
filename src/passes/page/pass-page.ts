import { nationalityOf } from '../../kernel/code.ts'
import type { Language, Text } from '../../kernel/language.ts'
import type { CivilDate } from '../../kernel/time.ts'
import { formatDate } from '../../words/dates.ts'
import { strangeLetters } from '../letters.rules.ts'
import { writeMrz } from '../mrz.rules.ts'
import { photoFormat } from '../photo-format.rules.ts'
import { drawGuilloche } from './guilloche.ts'
import { PageError } from './page-error.ts'
import { labels, nationalityWords, type PrintingState, sexWords, stateFace } from './page-words.ts'
import { drawQr } from './qr.ts'

export type PassPageData = {
  readonly number: string
  readonly state: PrintingState
  readonly localName: string
  /** Latin. */
  readonly givenName: string
  readonly familyName: string
  /** ISO/IEC 5218 as in the credential: 1 male, 2 female, 3 other. */
  readonly sex: 1 | 2 | 3
  readonly birthDate: CivilDate
  /** Alpha-3. */
  readonly nationality: string
  readonly address: { readonly km?: string; readonly th?: string; readonly en: string }
  readonly issuedOn: CivilDate
  readonly expiresOn: CivilDate
  readonly office: Text
  readonly signedBy: string
  readonly instrument: Text
  /** JPEG of the pass's format, as `preparePhoto` makes it. */
  readonly portrait: Uint8Array
  /** The credential: alphanumeric, at most 1800 characters. */
  readonly qrText: string
  readonly madeUp: boolean
}

/** What goes to the typesetter: words as JSON, drawings as files, never markup. */
export type PageJob = {
  /** For the template, as JSON. */
  readonly input: string
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** Pages that must come out: words that run onto another page are a fault. Of a report: at most so many. */
  readonly pages: number | { readonly atMost: number }
  /** The file's creation date, so that equal passes are equal bytes. */
  readonly createdAtEpochSeconds: number
}

type Field = { readonly label: string; readonly lines: readonly string[] }

/** Pages one after the other in one file, all of one state, at least one. Throws PageError `letters`, `mrz`, `qr-text`, `qr-too-long`. */
export function toPageJob(passes: readonly [PassPageData, ...PassPageData[]], title = `Border pass ${passes[0].number}`): PageJob {
  const [first] = passes
  const drawn = passes.map((data, index) => drawnPage(data, index))
  return {
    input: jsonOf({
      title,
      language: stateFace[first.state].order[0],
      photo: photoFormat,
      pages: drawn.map(({ words }) => words),
    }),
    files: [{ path: groundFile, bytes: ground(first.state) }, ...drawn.flatMap(({ files }) => files)],
    pages: passes.length,
    createdAtEpochSeconds: midnightOf(first.issuedOn),
  }
}

const encoder = new TextEncoder()
const groundFile = 'guilloche.svg'
const grounds = new Map<PrintingState, Uint8Array>()
function ground(state: PrintingState): Uint8Array {
  const drawn = grounds.get(state) ?? encoder.encode(drawGuilloche(state))
  grounds.set(state, drawn)
  return drawn
}

function drawnPage(data: PassPageData, index: number): { words: object; files: PageJob['files'] } {
  const face = stateFace[data.state]
  const qr = drawQr(data.qrText)
  const [local] = face.order
  const files = { portrait: `portrait-${index}.jpg`, qr: `qr-${index}.svg` }
  const words = {
    files: { ...files, ground: groundFile },
    titles: { country: face.country.local, countryEn: face.country.en, local: face.localTitle, neighbour: face.neighbourTitle, en: labels.title.en },
    moul: local === 'km',
    main: mainFields(data),
    strip: stripFields(data),
    qr: { sideMm: qr.sideMm, words: face.order.map((language) => labels.qr[language]), alt: `QR: ${labels.qr.en}` },
    instrument: [data.instrument[local], data.instrument.en],
    portraitAlt: labels.portrait.en,
    mrz: mrzOf(data),
    specimen: data.madeUp ? face.order.map((language) => labels.specimen[language]) : [],
  }
  return {
    words,
    files: [
      { path: files.portrait, bytes: data.portrait },
      { path: files.qr, bytes: encoder.encode(qr.svg) },
    ],
  }
}

/** UTC midnight of a day. */
export const midnightOf = (day: CivilDate): number => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds / 1000

/** As the typesetter takes it. Throws PageError `letters`. */
export const jsonOf = (words: object): string => JSON.stringify(words, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value))

function mainFields(data: PassPageData): Record<string, Field> {
  const { order } = stateFace[data.state]
  const latinName = `${data.familyName} ${data.givenName}`.trim().toUpperCase()
  return {
    number: field(data, 'number', [data.number]),
    name: field(data, 'name', [data.localName, latinName]),
    sex: field(data, 'sex', [inOrder(order, sexWords[data.sex])]),
    nationality: field(data, 'nationality', [nationalityLine(order, data.nationality)]),
    birthDate: field(data, 'birthDate', dateLines(order, data.birthDate)),
    expiresOn: field(data, 'expiresOn', dateLines(order, data.expiresOn)),
  }
}

function stripFields(data: PassPageData): Record<string, Field> {
  const { order } = stateFace[data.state]
  const [local] = order
  const address = [local === 'km' ? data.address.km : data.address.th, data.address.en]
  return {
    address: field(
      data,
      'address',
      address.filter((line) => line !== undefined && line !== ''),
    ),
    issuedOn: field(data, 'issuedOn', dateLines(order, data.issuedOn)),
    office: field(data, 'office', [data.office[local], data.office.en]),
    signedBy: field(data, 'signedBy', [data.signedBy]),
  }
}

function field(data: PassPageData, name: keyof typeof labels, lines: readonly (string | undefined)[]): Field {
  return { label: inOrder(stateFace[data.state].order, labels[name]), lines: lines.filter((line) => line !== undefined).map(withBreaks) }
}

// Khmer and Thai stand without spaces; no name in Latin letters is one word of thirty.
const unspaced = /[\p{sc=Khmer}\p{sc=Thai}]{20,}|[^\s\u200b\p{sc=Khmer}\p{sc=Thai}]{30,}/gu
const [words, letters] = [new Intl.Segmenter('km', { granularity: 'word' }), new Intl.Segmenter('en', { granularity: 'grapheme' })]
/** Where a long run may turn into the next line is said here, so that the page knows its words: each fits its column, and none runs under what stands beside it. */
const withBreaks = (line: string): string =>
  line.replace(unspaced, (run) =>
    Array.from((/^[\p{sc=Khmer}\p{sc=Thai}]/u.test(run) ? words : letters).segment(run), ({ segment }) => segment).join('\u200b'),
  )

const inOrder = (order: readonly Language[], text: Text): string => order.map((language) => text[language]).join(' / ')
const nationalityLine = (order: readonly Language[], nationality: string): string => {
  const words = nationalityWords[nationality]
  return words ? inOrder(order, words) : nationality
}

/** The own language first, then the neighbour's and English on one line. */
function dateLines(order: readonly Language[], date: CivilDate): string[] {
  const [own = '', ...others] = order.map((language) => formatDate(date, language, { short: true }).toUpperCase())
  return [own, others.join(' · ')]
}

function mrzOf(data: PassPageData): readonly string[] {
  const { familyName, givenName, number, nationality, birthDate, expiresOn } = data
  const sex = ({ 1: 'M', 2: 'F', 3: 'X' } as const)[data.sex]
  // ICAO leaves the second letter to the issuer: B says that this is a border pass and no passport.
  const lines = writeMrz({
    documentCode: 'PB',
    issuer: nationalityOf[data.state],
    familyName,
    givenName,
    number,
    nationality,
    birthDate,
    sex,
    expiresOn,
  })
  if (!lines) throw new PageError('mrz', 'the number or the nationality can not stand in the zone')
  return lines
}

/** What people wrote freely, as far as it can be printed: every other letter as a point. */
export const printablePart = (text: string): string =>
  [...text].map((letter) => (strangeLetters.test(letter) ? (/\s/.test(letter) ? ' ' : '·') : letter)).join('')

function printable(text: string): string {
  const strange = strangeLetters.exec(text)
  if (strange) throw new PageError('letters', `no shipped font has U+${strange[0].codePointAt(0)?.toString(16).toUpperCase()}`)
  return text
}
