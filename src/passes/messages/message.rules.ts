import type { Language } from '../../kernel/language.ts'
import { messageTexts } from '../../words/messages.ts'
import type { Applicant } from '../applicant.rules.ts'
import { type ApplicationCommand, type ApplicationState, isSignedNotHanded } from '../application.rules.ts'
import { spokenNumber } from '../follow-number.rules.ts'

/** What a person is told. `decided`: refused, or withdrawn because its signed pass is over; the message says only that there is a decision, since whoever holds the phone reads it. */
export const messageKinds = ['received', 'returned', 'ready', 'decided'] as const
export type MessageKind = (typeof messageKinds)[number]
/** `sending`: given to the gateway, not answered yet. `dead`: given up. `overtaken`: no longer true, too old, or without a number. */
export const messageStates = ['waiting', 'sending', 'sent', 'dead', 'overtaken'] as const
export type MessageState = (typeof messageStates)[number]

/** The steps that a person is told of. */
export const messageOf = { submit: 'received', return: 'returned', produce: 'ready', reject: 'decided' } as const satisfies Partial<
  Record<ApplicationCommand, MessageKind>
>
/** A withdrawal is the applicant's own wish, and no news; of a signed pass it is the office's step, after they were told to come. */
export const toldOf = (command: ApplicationCommand, from: ApplicationState): MessageKind | undefined =>
  command === 'withdraw' && isSignedNotHanded(from) ? 'decided' : (messageOf as Partial<Record<ApplicationCommand, MessageKind>>)[command]

const anywhere: readonly ApplicationState[] = ['submitted', 'incomplete', 'paid', 'under-review', 'approved', 'signed', 'produced']
/** A message is sent only while it is true: where the case stands by then. */
export const trueIn = {
  received: anywhere,
  returned: ['incomplete'],
  ready: ['produced'],
  decided: ['rejected', 'withdrawn'],
} as const satisfies Record<MessageKind, readonly ApplicationState[]>

export type Due = {
  readonly kind: MessageKind
  readonly tries: number
  readonly case: ApplicationState
  readonly hasNumber: boolean
  readonly ageHours: number
}
/** What to do with a message whose time has come. `triesMax` may be used up by a try whose answer was never written down. */
export function decideDue({ kind, tries, case: state, hasNumber, ageHours }: Due, limits: { triesMax: number; hoursMax: number }): MessageState {
  const holds = (trueIn[kind] as readonly ApplicationState[]).includes(state)
  if (!holds || !hasNumber || ageHours > limits.hoursMax) return 'overtaken'
  return tries >= limits.triesMax ? 'dead' : 'sending'
}

/** A gateway's answer: taken; not now; never, whatever is tried. */
export type GatewayWord = 'taken' | 'later' | 'never'
/** Its HTTP status. What concerns us and not the message (a token that ran out, too many, its own fault) is tried again; the other refusals of a client are the message's own. */
export function gatewayWordOf(status: number): GatewayWord {
  if (status >= 200 && status < 300) return 'taken'
  const isOurs = [401, 402, 403, 404, 407, 408, 409, 423, 425, 429].includes(status)
  return status >= 400 && status < 500 && !isOurs ? 'never' : 'later'
}

/** Seconds until the next try, twice as long each time, up to a longest. */
export const waitSeconds = (tries: number, { first, longest }: { first: number; longest: number }): number =>
  Math.min(first * 2 ** Math.min(Math.max(tries - 1, 0), 30), longest)

export const languageOf = ({ localLanguage }: Pick<Applicant, 'localLanguage'>): Language => (localLanguage === 'tha' ? 'th' : 'km')

/** The text as it is sent. The follow number in Latin digits: a phone types them. */
export const messageText = (kind: MessageKind, language: Language, { office, number }: { office: string; number: string }): string =>
  messageTexts[kind][language].replace('{office}', office).replace('{number}', spokenNumber(number))

/** How many short messages a text is, in UCS-2 (3GPP TS 23.038, 23.040): 70 signs in one, 67 in each of several. */
export const segmentsOf = (text: string): number => (text.length <= 70 ? 1 : Math.ceil(text.length / 67))
