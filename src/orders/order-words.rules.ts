import type { AreaCode, PointId } from '../kernel/code.ts'
import { type Language, languages, type Text } from '../kernel/language.ts'
import { borderZone } from '../kernel/time.ts'
import type { Order, Session, VehicleRule, Who } from '../places/order.rules.ts'
import { formatDateTime, formatNumber, formatTime, inDigitsOf, weekdayName } from '../words/dates.ts'
import { fillIn } from '../words/fill-in.ts'
import { documentWords, listWords, orderSentences, purposePeople, vehicleWords } from '../words/order-sentences.ts'
import { stateInSentence, stateWords } from '../words/states.ts'

/** How places are called in each language. */
export type PlaceNames = { point(id: PointId, language: Language): string; area(code: AreaCode, language: Language): string }
type Values = Readonly<Record<string, string>>

/** What is told to the public, drafted out of the order itself: whole sentences in three languages. Whoever issues the order may change them. */
export function orderWords(order: Order, names: PlaceNames): Text {
  return Object.fromEntries(languages.map((language) => [language, inLanguage(order, names, language)])) as Text
}

function inLanguage(order: Order, names: PlaceNames, language: Language): string {
  const say = teller(language)
  const state = stateWords[order.state][language]
  const at = (instant: Order['startsAt']) => formatDateTime(instant, borderZone, language)
  const points =
    order.points === null
      ? say('everyPoint')
      : listOf(
          order.points.map((id) => names.point(id, language)),
          language,
        )
  const sentences = [
    say('begins', {
      state,
      points,
      number: order.number,
      from: at(order.startsAt),
      until: order.endsAt === null ? say('untilNotice') : say('untilThen', { end: at(order.endsAt) }),
    }),
    ...(order.directions?.length === 1 ? [say(order.directions[0] === 'exit' ? 'exitOnly' : 'entryOnly', { state })] : []),
    ...peopleOf(order, names, language),
    ...order.vehicles.map((rule) => vehicleSentence(rule, names, language)),
  ]
  // Only English begins a sentence with another letter.
  return sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ')
}

function peopleOf({ sessions, who, stage }: Order, names: PlaceNames, language: Language): string[] {
  const say = teller(language)
  const homeward = say('homeward')
  if (sessions === null) {
    const isAll = Object.keys(who).length === 0
    return [say('usualHours', { who: whoPhrase(who, names, language) }), ...(isAll ? [] : [say('nobodyElse'), homeward])]
  }
  if (sessions.length === 0) return [say('nobody'), homeward]
  const groups = new Map<string, Session[]>()
  for (const session of sessions) {
    const key = JSON.stringify([session.who, session.quota, session.days])
    // A quota is each session's own: two of them are not one.
    const own = session.quota === null ? key : `${key} ${groups.size}`
    groups.set(own, [...(groups.get(own) ?? []), session])
  }
  const told = [...groups.values()].map((group) => sessionSentence(group, names, language))
  const isForAll = sessions.some((session) => Object.keys(session.who).length === 0)
  return [...told, ...(isForAll ? [] : [say('nobodyElse')]), ...(isForAll && stage !== 'closed' ? [] : [homeward])]
}

function sessionSentence(group: readonly Session[], names: PlaceNames, language: Language): string {
  const say = teller(language)
  const [first] = group
  if (!first) return ''
  const clock = (time: Session['opens']) => formatTime(time, language)
  const hours = listOf(
    group.map(({ opens, closes }) => say('hours', { opens: clock(opens), closes: clock(closes) })),
    language,
  )
  const days =
    first.days.length === 7
      ? ''
      : say('onDays', {
          days: listOf(
            first.days.map((day) => weekdayName(day, language)),
            language,
          ),
        })
  const quota = first.quota === null ? '' : say('quota', { count: formatNumber(first.quota, language) })
  return say('session', { who: whoPhrase(first.who, names, language), hours: `${hours}${days}`, quota })
}

/** "students with a border pass issued in Banteay Meanchey". */
function whoPhrase(who: Who, names: PlaceNames, language: Language): string {
  const say = teller(language)
  const { purposes, documents, issuingAreas, nationalities, ageFrom, ageUntil, goingHome } = who
  if (Object.keys(who).length === 0) return say('everybody')
  // An area speaks of the office that issued a pass, so the pass is named.
  const papers = documents ?? (issuingAreas ? (['border-pass'] as const) : undefined)
  const year = (age: number) => inDigitsOf(language, String(age))
  const pieces = [
    purposes
      ? listOf(
          purposes.map((purpose) => purposePeople[purpose][language]),
          language,
        )
      : say('people'),
    ...(nationalities
      ? [
          say('ofNationality', {
            nations: listOf(
              nationalities.map((code) => stateInSentence(code, language)),
              language,
              'or',
            ),
          }),
        ]
      : []),
    ...(papers
      ? [
          say('withDocument', {
            document: listOf(
              papers.map((kind) => documentWords[kind][language]),
              language,
              'or',
            ),
          }),
        ]
      : []),
    ...(issuingAreas
      ? [
          say('issuedIn', {
            areas: listOf(
              issuingAreas.map((area) => names.area(area, language)),
              language,
              'or',
            ),
          }),
        ]
      : []),
    ...(ageFrom !== undefined && ageUntil !== undefined
      ? [say('ageBetween', { from: year(ageFrom), until: year(ageUntil) })]
      : ageFrom !== undefined
        ? [say('ageFrom', { from: year(ageFrom) })]
        : ageUntil !== undefined
          ? [say('ageUntil', { until: year(ageUntil) })]
          : []),
    ...(goingHome ? [say('goingHome')] : []),
  ]
  return pieces.join('')
}

function vehicleSentence({ classes, wheelsOver, insteadAt }: VehicleRule, names: PlaceNames, language: Language): string {
  const say = teller(language)
  const kinds =
    classes === null
      ? say('anyVehicle')
      : listOf(
          classes.map((each) => vehicleWords[each][language]),
          language,
        )
  const vehicles = `${kinds}${wheelsOver === null ? '' : say('wheelsOver', { wheels: inDigitsOf(language, String(wheelsOver)) })}`
  if (insteadAt.length === 0) return say('vehicleNowhere', { vehicles })
  return say('vehicleElsewhere', {
    vehicles,
    points: listOf(
      insteadAt.map((id) => names.point(id, language)),
      language,
      'or',
    ),
  })
}

const teller =
  (language: Language) =>
  (sentence: keyof typeof orderSentences, values: Values = {}): string =>
    fillIn(orderSentences[sentence][language], values)

/** Khmer and Thai part words of a list by a space. */
const commas = { km: ' ', th: ' ', en: ', ' } as const satisfies Text
function listOf(items: readonly string[], language: Language, last: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? ''
  return fillIn(`{items}${listWords[last][language]}{end}`, { items: items.slice(0, -1).join(commas[language]), end: items.at(-1) ?? '' })
}
