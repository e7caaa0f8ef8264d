import type { Text } from '../kernel/language.ts'
import { borderZone, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { areaNamed, findPoint, type Registry, valueOn } from '../places/registry.rules.ts'
import { orderWords, type PlaceNames } from './order-words.rules.ts'

const sideOf = { km: 'KH', th: 'TH', en: null } as const
const scriptOf = { KH: 'km', TH: 'th', LA: 'th', VN: 'en' } as const

/** Places as the register calls them on the day of an instant: each language by its own side's name, English with both sides'. */
export function placeNames(registry: Registry, at: Instant): PlaceNames {
  const date = civilDateAt(at, borderZone)
  return {
    point(id, language) {
      const point = findPoint(registry, id)
      if (!point) return id
      const named = (side: (typeof point.sides)[number]) => valueOn(point.names[side], date) ?? {}
      const own = sideOf[language]
      if (own && point.sides.includes(own) && named(own)[language]) return named(own)[language] ?? id
      const names = point.sides.flatMap((side) => named(side).en ?? [])
      const [first = id, second] = [...new Set(names)]
      return second === undefined ? first : `${first} (${second})`
    },
    area(code, language) {
      const area = areaNamed(registry, code, date)
      if (!area) return code
      const isOwn = scriptOf[code.slice(0, 2) as keyof typeof scriptOf] === language
      return isOwn ? area.name.native : area.name.en
    },
  }
}

/** A sentence that nobody wrote is drafted. */
export function wordsOf(order: Order, registry: Registry): Text {
  const drafted = orderWords(order, placeNames(registry, order.startsAt))
  const { km, th, en } = order.words
  return { km: km.trim() || drafted.km, th: th.trim() || drafted.th, en: en.trim() || drafted.en }
}
