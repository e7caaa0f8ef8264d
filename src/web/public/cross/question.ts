import type { When } from '../when.ts'
import { atOf } from '../when.ts'

/** What somebody asks: a point, a moment, and as whom. Empty texts say nothing. */
export const ways = ['pass', 'passport', 'student', 'vehicle'] as const
export type As = (typeof ways)[number]
export type Question = {
  readonly point: string
  readonly when: When
  readonly as: As
  readonly direction: 'exit' | 'entry'
  readonly vehicle: string
  readonly wheels: string
  readonly nationality: string
  readonly issuingArea: string
  readonly age: string
}
export const firstQuestion = (point: string): Question => ({
  point,
  when: { kind: 'now' },
  as: 'pass',
  direction: 'exit',
  vehicle: 'truck',
  wheels: '6',
  nationality: '',
  issuingArea: '',
  age: '',
})

/** Where and when and with what, as the server takes it; undefined: something is missing yet. */
export function sceneOf({ point, when, as, direction, vehicle, wheels }: Question, nowMs: number): Record<string, string | number> | undefined {
  const count = Number(wheels)
  if (point === '' || (as === 'vehicle' && !(wheels !== '' && Number.isInteger(count) && count >= 0 && count <= 40))) return undefined
  const at = atOf(when, nowMs)
  return { point, direction, ...(at && { at }), ...(as === 'student' && { purpose: 'student' }), ...(as === 'vehicle' && { vehicle, wheels: count }) }
}

/** The whole question as an address: nothing in it names anybody. */
export function addressOfQuestion(question: Question, nowMs: number): string | undefined {
  const scene = sceneOf(question, nowMs)
  const { as, nationality, issuingArea, age } = question
  if (!scene || (nationality !== '' && !/^[A-Z]{3}$/.test(nationality)) || !/^\d{0,3}$/.test(age)) return undefined
  const said = {
    ...scene,
    document: as === 'passport' ? 'passport' : 'border-pass',
    ...(nationality && { nationality }),
    ...(issuingArea && as !== 'passport' && { issuingArea }),
    ...(age && { age }),
  }
  return `/api/v1/can-i-cross?${new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]))}`
}
