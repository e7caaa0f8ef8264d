import type { Text } from '../../../kernel/language.ts'
import type { PreviewAnswer } from '../../../orders/orders.api.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import type { TypedOrder } from './typed-order.ts'

export type Fault = PreviewAnswer['faults'][number]

/** Faults of fields whose name in the file is not that of the form, by what they stand under. */
const names: Readonly<Record<string, Text>> = {
  id: words.name,
  number: words.number,
  state: words.side,
  instrument: words.paperTitle,
  'instrument/id': words.instrumentId,
  'instrument/kind': words.paperKind,
  'instrument/title/km': words.titleKm,
  'instrument/title/th': words.titleTh,
  'instrument/title/en': words.titleEn,
  'instrument/issuer': words.issuer,
  'instrument/signedOn': words.signedOn,
  'instrument/source': words.source,
  points: words.point,
  directions: words.directions,
  stage: words.stage,
  startsAt: words.from,
  endsAt: words.until,
  sessions: words.hoursTitle,
  'sessions/opens': words.opens,
  'sessions/closes': words.closes,
  'sessions/days': words.days,
  'sessions/quota': words.quota,
  who: words.who,
  'who/nationalities': words.nationalities,
  'who/documents': words.document,
  'who/issuingAreas': words.areas,
  'who/purposes': words.purpose,
  'who/ageFrom': words.ageFrom,
  'who/ageUntil': words.ageUntil,
  'who/goingHome': words.goingHome,
  vehicles: words.vehiclesTitle,
  'vehicles/classes': words.vehicleClass,
  'vehicles/wheelsOver': words.wheelsOver,
  'vehicles/insteadAt': words.insteadAt,
  words: words.wording,
  supersedes: words.supersedes,
}

/** Where in the form a fault lies, from the outside in, each with its number where there are several. A field that no form has is named by nothing. */
export function placeOf(path: string): { readonly words: Text; readonly n?: number }[] {
  const [head = '', index = '', ...rest] = path.split('/')
  if (head !== 'sessions' && head !== 'vehicles') {
    const name = names[path] ?? names[path.split('/').slice(0, 2).join('/')] ?? names[head]
    return name ? [{ words: name }] : []
  }
  const block = index === '' ? [] : [{ words: head === 'sessions' ? words.session : words.vehicleRule, n: Number(index) + 1 }]
  const inside = rest[0] === 'who' ? (names[rest.slice(0, 2).join('/')] ?? words.who) : names[`${head}/${rest[0] ?? ''}`]
  return index === '' ? [{ words: names[head] ?? words.hoursTitle }] : [...block, ...(inside ? [{ words: inside }] : [])]
}

/** Faults of parts that were not changed since: the others are looked at again. */
export const faultsLeft = (faults: readonly Fault[], before: TypedOrder, after: TypedOrder): readonly Fault[] =>
  faults.filter(({ path }) => {
    const [was, is] = [partsOf(before, path), partsOf(after, path)]
    return was.every((part, nth) => part === is[nth])
  })

/** What of the form a fault speaks of. */
function partsOf(typed: TypedOrder, path: string): readonly unknown[] {
  const [head = '', index = '0'] = path.split('/')
  switch (head) {
    case 'id':
      return [typed.name, typed.state]
    case 'instrument':
      return [typed.paper, typed.instrument, typed.kind, typed.title, typed.issuer, typed.signedOn, typed.source, typed.name, typed.state]
    case 'points':
      return [typed.points, typed.everyPoint, typed.state]
    case 'stage':
      return [typed.stage, typed.hours, typed.sessions, typed.who]
    case 'startsAt':
      return [typed.from]
    case 'endsAt':
      return [typed.from, typed.hasEnd, typed.until]
    case 'sessions':
      return [typed.hours, typed.sessions[Number(index)]]
    case 'who':
      return [typed.hours, typed.who]
    case 'vehicles':
      return [typed.vehicles[Number(index)]]
    case 'state':
      return [typed.state, typed.everyPoint]
    case 'directions':
      return [typed.direction]
    case 'number':
    case 'supersedes':
    case 'words':
      return [typed[head]]
    default:
      return []
  }
}
