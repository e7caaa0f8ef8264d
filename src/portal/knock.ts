import { setTimeout as wait } from 'node:timers/promises'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { CivilDate } from '../kernel/time.ts'
import { parseNumber } from '../passes/follow-number.rules.ts'
import { isPassNumberTyped, plainPassNumber } from '../passes/pass.rules.ts'
import { readBirthDate } from './born.rules.ts'
import type { Portal } from './portal-services.ts'

/** What says only that number and proof do not belong together. */
const unknown: readonly ProblemCode[] = ['follow.unknown', 'report.not-found', 'complaint.not-found', 'cross.pass-unknown']

export type Known = { readonly number: string; readonly birthDate: string }

/** Somebody who gives a number and a birth date. What is no number or no day can be told without a look at anything; everything after that is one and the same "unknown", after one and the same time. */
export async function knock<T>(
  portal: Portal,
  address: string,
  { number: typed, birthDate, kind = 'follow' }: Known & { readonly kind?: 'follow' | 'report' | 'pass' },
  open: (number: string, born: CivilDate) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const started = performance.now()
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const number = kind === 'pass' ? passNumber(typed) : parseNumber(typed, kind)
  if (!number) return refuse(kind === 'pass' ? 'report.pass-number' : 'follow.number')
  const born = readBirthDate(birthDate)
  if (!born) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const guess = await portal.limits.ofGuess(address, number)
  if (!guess.ok) return guess
  const opened = await open(number, born)
  const known = opened.ok || !unknown.includes(opened.refusal.code)
  if (known) await portal.limits.right(address, number)
  await untilAnswer(portal, started)
  return opened
}

function passNumber(typed: string): string | undefined {
  const plain = plainPassNumber(typed)
  return plain !== undefined && isPassNumberTyped(plain) ? plain : undefined
}

/** No answer leaves earlier than this: what the database did meanwhile cannot be measured from outside. */
export async function untilAnswer({ parameters, now }: Pick<Portal, 'parameters' | 'now'>, started: number): Promise<void> {
  const left = parameters('portal.answer-milliseconds-min', now()) - (performance.now() - started)
  if (left > 0) await wait(left)
}
