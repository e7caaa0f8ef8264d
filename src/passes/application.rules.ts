import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { PassState } from './pass.rules.ts'

export const applicationStates = [
  'draft',
  'submitted',
  'incomplete',
  'paid',
  'under-review',
  'approved',
  'signed',
  'produced',
  'collected',
  'rejected',
  'withdrawn',
  'lapsed',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationCommands = [
  'submit',
  'correct',
  'pay',
  'take-up',
  'release',
  'return',
  'approve',
  'hold-back',
  'sign',
  'produce',
  'spoil',
  'collect',
  'reject',
  'withdraw',
  'lapse',
] as const
export type ApplicationCommand = (typeof applicationCommands)[number]

/** A first pass, one that takes another's place, or the same one with a later last day. */
export const applicationKinds = ['new', 'replacement', 'extension'] as const
export type ApplicationKind = (typeof applicationKinds)[number]
export const replacementCauses = ['lost', 'stolen', 'damaged', 'wrong-data'] as const
export type ReplacementCause = (typeof replacementCauses)[number]
/** Why a case is rejected, beside the reason in somebody's own words: what a province counts by. */
export const rejectionGrounds = ['papers', 'identity', 'address', 'photo', 'fraud-suspected', 'other'] as const
export type RejectionGround = (typeof rejectionGrounds)[number]
/** What is out of its holder's hands is dead at once; what lies on the counter serves until the new one is signed. */
export const isOutOfHands = (cause: ReplacementCause): boolean => cause === 'lost' || cause === 'stolen'
/** Was a pass suspended because it was lost? Its reason is then the cause, and otherwise somebody's own words. */
export const isLoss = (reason: string | null): boolean => replacementCauses.some((cause) => cause === reason && isOutOfHands(cause))

type Row = Record<ApplicationCommand, ApplicationState | ProblemCode>

/** Every command of a case that is over. */
const closed = {
  submit: 'application.closed',
  correct: 'application.closed',
  pay: 'application.closed',
  'take-up': 'application.closed',
  release: 'application.closed',
  return: 'application.closed',
  approve: 'application.closed',
  'hold-back': 'application.closed',
  sign: 'application.closed',
  produce: 'application.closed',
  spoil: 'application.closed',
  collect: 'application.closed',
  reject: 'application.closed',
  withdraw: 'application.closed',
  lapse: 'application.closed',
} as const satisfies Row

/** Every command of a case whose pass is signed, save the way to the hand. */
const signed = {
  submit: 'application.already-submitted',
  correct: 'application.already-signed',
  pay: 'application.already-paid',
  'take-up': 'application.already-signed',
  release: 'application.already-signed',
  return: 'application.already-signed',
  approve: 'application.already-approved',
  'hold-back': 'application.already-signed',
  sign: 'application.already-signed',
  reject: 'application.already-signed',
  withdraw: 'application.already-signed',
  lapse: 'application.already-signed',
} as const satisfies Partial<Row>

/** Before the signature nothing is printed or handed over. */
const unsigned = { produce: 'application.not-signed', spoil: 'application.not-produced', collect: 'application.not-produced' } as const

/** State × command → the next state, or why not. A new state or command does not compile until it has an answer here. */
export const applicationTransitions = {
  draft: {
    submit: 'submitted',
    correct: 'draft',
    pay: 'application.not-submitted',
    'take-up': 'application.not-submitted',
    release: 'application.not-submitted',
    return: 'application.not-submitted',
    approve: 'application.not-submitted',
    'hold-back': 'application.not-submitted',
    sign: 'application.not-submitted',
    ...unsigned,
    reject: 'application.not-submitted',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  submitted: {
    submit: 'application.already-submitted',
    correct: 'submitted',
    pay: 'paid',
    'take-up': 'application.not-paid',
    release: 'application.not-under-review',
    return: 'incomplete',
    approve: 'application.not-paid',
    'hold-back': 'application.not-approved',
    sign: 'application.not-approved',
    ...unsigned,
    reject: 'rejected',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  incomplete: {
    submit: 'application.incomplete',
    // Back to where it was: paid, if its fee was taken before (nextState).
    correct: 'submitted',
    pay: 'application.incomplete',
    'take-up': 'application.incomplete',
    release: 'application.not-under-review',
    return: 'application.incomplete',
    approve: 'application.incomplete',
    'hold-back': 'application.not-approved',
    sign: 'application.incomplete',
    ...unsigned,
    reject: 'rejected',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  paid: {
    submit: 'application.already-submitted',
    correct: 'application.already-paid',
    pay: 'application.already-paid',
    'take-up': 'under-review',
    release: 'application.not-under-review',
    return: 'incomplete',
    approve: 'approved',
    'hold-back': 'application.not-approved',
    sign: 'application.not-approved',
    ...unsigned,
    reject: 'rejected',
    withdraw: 'withdrawn',
    lapse: 'application.already-paid',
  },
  'under-review': {
    submit: 'application.already-submitted',
    correct: 'application.under-review',
    pay: 'application.already-paid',
    'take-up': 'application.under-review',
    release: 'paid',
    return: 'incomplete',
    approve: 'approved',
    'hold-back': 'application.not-approved',
    sign: 'application.not-approved',
    ...unsigned,
    reject: 'rejected',
    withdraw: 'withdrawn',
    lapse: 'application.already-paid',
  },
  approved: {
    submit: 'application.already-submitted',
    correct: 'application.already-approved',
    pay: 'application.already-paid',
    'take-up': 'application.already-approved',
    release: 'application.already-approved',
    return: 'incomplete',
    approve: 'application.already-approved',
    'hold-back': 'paid',
    sign: 'signed',
    ...unsigned,
    reject: 'rejected',
    withdraw: 'withdrawn',
    lapse: 'application.already-paid',
  },
  // Withdrawn only while its pass is over (withdrawalOfSigned).
  signed: { ...signed, withdraw: 'withdrawn', produce: 'produced', spoil: 'application.not-produced', collect: 'application.not-produced' },
  // A booklet that was spoilt after it was numbered: another one is printed.
  produced: { ...signed, withdraw: 'withdrawn', produce: 'application.already-produced', spoil: 'signed', collect: 'collected' },
  collected: {
    ...signed,
    produce: 'application.already-collected',
    spoil: 'application.already-collected',
    collect: 'application.already-collected',
  },
  rejected: closed,
  withdrawn: closed,
  lapsed: closed,
} as const satisfies Record<ApplicationState, Row>

/** States in which nobody need do anything more. */
export const endedStates = ['collected', 'rejected', 'withdrawn', 'lapsed'] as const satisfies readonly ApplicationState[]

/** Between the signature and the hand. */
export const isSignedNotHanded = (state: ApplicationState): boolean => state === 'signed' || state === 'produced'

/** What withdrawing a signed case asks of its pass: one that is over is handed to nobody; one that is good, or may be again, is handed over or revoked first. */
export const withdrawalOfSigned = {
  active: 'application.pass-not-over',
  suspended: 'application.pass-not-over',
  revoked: 'withdrawn',
  replaced: 'withdrawn',
  expired: 'withdrawn',
} as const satisfies Record<PassState, 'withdrawn' | ProblemCode>

/** Of the case, what the next state hangs on beside its own. */
export type Beside = {
  /** The fee was taken before, so what was corrected goes on where it was. */
  readonly isPaid?: boolean
  /** The pass that it became, as it is now; null: none, or not seen. */
  readonly pass?: PassState | null
}

/** The next state, or the problem that stands in the way. */
export function nextState(
  state: ApplicationState,
  command: ApplicationCommand,
  { isPaid = false, pass = null }: Beside = {},
): { state: ApplicationState } | { problem: ProblemCode } {
  const isOfPass = command === 'withdraw' && isSignedNotHanded(state)
  const answer: ApplicationState | ProblemCode = isOfPass ? withdrawalOfSigned[pass ?? 'active'] : applicationTransitions[state][command]
  if (!isState(answer)) return { problem: answer }
  return { state: isPaid && command === 'correct' ? 'paid' : answer }
}

const isState = (answer: ApplicationState | ProblemCode): answer is ApplicationState => (applicationStates as readonly string[]).includes(answer)

/** Two reviewers do not decide on one case: while one has it, only that one goes on; whoever signs for the office may take it back out of their hands. */
export function assessReviewer(
  application: { readonly state: ApplicationState; readonly reviewing: string | null },
  actor: { readonly account: string; readonly isChief: boolean },
  command: ApplicationCommand,
): Outcome<undefined> {
  const isOthers = application.state === 'under-review' && application.reviewing !== actor.account
  const isFree = command === 'withdraw' || (command === 'release' && actor.isChief)
  return isOthers && !isFree ? refuse('application.under-review') : accept(undefined)
}
