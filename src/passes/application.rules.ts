import type { ProblemCode } from '../kernel/problem.ts'

export const applicationStates = ['submitted', 'paid', 'approved', 'signed', 'rejected', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationCommands = ['pay', 'approve', 'sign', 'reject', 'withdraw'] as const
export type ApplicationCommand = (typeof applicationCommands)[number]

/** State × command → the next state, or why not. A new state or command does not compile until it has an answer here. */
export const applicationTransitions = {
  submitted: { pay: 'paid', approve: 'application.not-paid', sign: 'application.not-approved', reject: 'rejected', withdraw: 'withdrawn' },
  paid: { pay: 'application.already-paid', approve: 'approved', sign: 'application.not-approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: { pay: 'application.already-paid', approve: 'application.already-approved', sign: 'signed', reject: 'rejected', withdraw: 'withdrawn' },
  signed: {
    pay: 'application.already-paid',
    approve: 'application.already-approved',
    sign: 'application.already-signed',
    reject: 'application.already-signed',
    withdraw: 'application.already-signed',
  },
  rejected: {
    pay: 'application.closed',
    approve: 'application.closed',
    sign: 'application.closed',
    reject: 'application.closed',
    withdraw: 'application.closed',
  },
  withdrawn: {
    pay: 'application.closed',
    approve: 'application.closed',
    sign: 'application.closed',
    reject: 'application.closed',
    withdraw: 'application.closed',
  },
} as const satisfies Record<ApplicationState, Record<ApplicationCommand, ApplicationState | ProblemCode>>

/** The next state, or the problem that stands in the way. */
export function nextState(state: ApplicationState, command: ApplicationCommand): { state: ApplicationState } | { problem: ProblemCode } {
  const answer: ApplicationState | ProblemCode = applicationTransitions[state][command]
  return isState(answer) ? { state: answer } : { problem: answer }
}

const isState = (answer: ApplicationState | ProblemCode): answer is ApplicationState => (applicationStates as readonly string[]).includes(answer)
