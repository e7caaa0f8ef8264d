import { latinDigits } from '../kernel/digits.ts'
import type { ProblemCode } from '../kernel/problem.ts'

export const complaintStates = ['received', 'in-hand', 'answered', 'closed'] as const
export type ComplaintState = (typeof complaintStates)[number]
/** `close` ends one that nobody can answer, with the reason. */
export const complaintCommands = ['take', 'answer', 'close'] as const
export type ComplaintCommand = (typeof complaintCommands)[number]
/** What somebody complains about; a fee asked beyond the set one is the standing complaint. */
export const complaintSubjects = ['fee', 'waiting', 'refusal', 'conduct', 'other'] as const
export type ComplaintSubject = (typeof complaintSubjects)[number]

/** State × command → the next state, or why not. */
export const complaintTransitions = {
  received: { take: 'in-hand', answer: 'complaint.received', close: 'closed' },
  'in-hand': { take: 'complaint.in-hand', answer: 'answered', close: 'closed' },
  answered: { take: 'complaint.answered', answer: 'complaint.answered', close: 'complaint.answered' },
  closed: { take: 'complaint.closed', answer: 'complaint.closed', close: 'complaint.closed' },
} as const satisfies Record<ComplaintState, Record<ComplaintCommand, ComplaintState | ProblemCode>>

/** The next state, or the problem that stands in the way. Whoever took it in hand answers it; an `other` hand does not. */
export function nextComplaintState(
  state: ComplaintState,
  command: ComplaintCommand,
  hand: 'mine' | 'other' | 'none',
): { state: ComplaintState } | { problem: ProblemCode } {
  const answer: ComplaintState | ProblemCode = complaintTransitions[state][command]
  if (!isState(answer)) return { problem: answer }
  return state === 'in-hand' && hand === 'other' ? { problem: 'complaint.in-hand' } : { state: answer }
}
const isState = (answer: ComplaintState | ProblemCode): answer is ComplaintState => (complaintStates as readonly string[]).includes(answer)

/** Free text as it is kept: line breaks stay; what cannot be seen, or turns the line around, does not. */
export const cleanText = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\u200B-\u200D]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A sum as people write it: digits of any script here, in groups of three or not, a currency's name or sign beside them. As a field's pattern. */
export const sumPattern = '\\P{N}*[0-9០-៩๐-๙]+(?:[ .,\u00a0][0-9០-៩๐-๙]{3})*\\P{N}*'
const sumForm = new RegExp(`^${sumPattern}$`, 'u')

/** Undefined: it is no sum, or one of nothing. */
export function readSum(typed: string): number | undefined {
  const sum = sumForm.test(typed) ? Number(latinDigits(typed).replace(/\D/g, '')) : 0
  return sum > 0 ? sum : undefined
}

/** A secret word as it is compared: whatever the phone made of its case and spaces. */
export const plainSecret = (typed: string): string => typed.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
