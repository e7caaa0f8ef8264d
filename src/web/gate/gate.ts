import { v7 as newCommandId } from 'uuid'
import lawData from '../../../data/law/kh-th-1997.json'
import { type PassVerdict, verifyPass } from '../../credential/verify.ts'
import type { Law } from '../../instruments/law.rules.ts'
import { epochMs, epochSeconds, type Instant } from '../../kernel/time.ts'
import type { Facts, RuleBook } from '../../movements/facts.rules.ts'
import type { MovementBody, PreviewAnswer } from '../../movements/movements.api.ts'
import { decideVerdict, type Verdict } from '../../movements/verdict.rules.ts'
import { type Answer, isSignedOut, type Problem } from '../api.ts'
import { type Holder, holderOfClaims, holderOfRegister } from './holder.ts'
import { localFacts } from './local-facts.ts'
import type { Outbox, Sent } from './outbox.ts'
import { type Dismissed, isResting, isSame, type Presented } from './presented.ts'
import type { Register } from './register.ts'
import type { Settings } from './settings.ts'
import { Store } from './store.ts'

/** What became of recording it. */
export type Recording = { readonly type: 'none' | 'sending' } | Sent

/** One document on the counter. */
export type Case = {
  readonly presented: Presented
  readonly at: Instant
  readonly pass: PassVerdict | null
  readonly holder: Holder | null
  readonly finding:
    | { readonly type: 'asking' }
    | { readonly type: 'not-a-pass' | 'number-needs-network' | 'unreachable' }
    | { readonly type: 'problem'; readonly problem: Problem }
    | Decided
  /** A movement keeps its id from the first sending to the last. */
  readonly id: string
  readonly plate: string
  readonly recording: Recording
}

export type Decided = {
  readonly type: 'decided'
  readonly facts: Facts
  readonly verdict: Verdict
  /** Who knew the facts: the register, or this tablet alone. */
  readonly source: 'register' | 'tablet'
  /** The server decided otherwise; its verdict is the one shown. */
  readonly differs: boolean
}

/** The server's facts and verdict are those of verdict.rules.ts, which its answer's schema only outlines. */
type Preview = { readonly facts: Facts; readonly verdict: Verdict; readonly holder: PreviewAnswer['holder'] }

const law = lawData as unknown as Law
const patienceMs = 2_500
const patienceOfflineMs = 400
const staleCodes: readonly string[] = ['KID_UNKNOWN', 'STATUS_UNKNOWN_LIST', 'STATUS_STALE']

/** The work at the lane: one case at a time, decided here by the same rules as on the server. Null: ready for the next. */
export class Gate extends Store<Case | null> {
  readonly #register: Register
  readonly #outbox: Outbox
  #dismissed: Dismissed | undefined
  settings: Settings | null = null

  constructor(register: Register, outbox: Outbox) {
    super(null)
    this.#register = register
    this.#outbox = outbox
    outbox.onLate = (id, sent) => {
      if (this.value?.id === id) this.update({ recording: sent })
    }
  }

  /** May another document take the place of the one shown? Not while a verdict waits for the officer. */
  get isFree(): boolean {
    const { value } = this
    if (value === null) return true
    const { finding, recording } = value
    return isSafe(recording) || (finding.type !== 'asking' && finding.type !== 'decided')
  }

  /** A camera sees the same card many times: it is taken once. */
  async seen(text: string): Promise<void> {
    const presented: Presented = { text }
    if (!this.isFree || (this.value && isSame(this.value.presented, presented)) || isResting(this.#dismissed, presented, Date.now())) return
    await this.present(presented)
  }

  async present(presented: Presented): Promise<void> {
    const { settings } = this
    if (!this.isFree || settings === null) return
    const at = this.#register.now()
    const begun: Case = {
      presented,
      at,
      pass: null,
      holder: null,
      finding: { type: 'asking' },
      id: newCommandId({ msecs: epochMs(this.#register.now()) }),
      plate: '',
      recording: { type: 'none' },
    }
    this.set(begun)
    const isCurrent = (): boolean => this.value?.id === begun.id

    const pass = 'text' in presented ? await this.#verify(presented.text, at) : null
    if (!isCurrent()) return
    const holder = pass?.claims ? holderOfClaims(pass.claims, pass.unverified !== true) : null
    this.update({ pass, holder })
    if (pass?.outcome === 'neutral') {
      this.update({ finding: { type: 'not-a-pass' } })
      return
    }

    const { point, direction } = settings
    const asked = this.#register.ask<Preview>('/api/v1/verdicts', { point, direction, document: presented, occurredAt: at })
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, this.#register.value.connected ? patienceMs : patienceOfflineMs))
    const first = await Promise.race([asked, patience])
    if (!isCurrent()) return
    if (first === undefined || isUnanswered(first)) this.update({ finding: this.#findAlone({ ...begun, pass }) })
    // An answer that comes late still counts, until the officer has acted.
    const answer = first ?? (await asked)
    if (!isUnanswered(answer) && isCurrent() && this.value?.recording.type === 'none') this.#take(answer)
  }

  /** The officer looked: does the face match? Decided again at once, on the same facts. */
  sayFace(photo: 'match' | 'no-match'): void {
    const decided = this.value?.finding
    if (decided?.type !== 'decided') return
    const facts: Facts = { ...decided.facts, person: { ...decided.facts.person, photo } }
    this.update({ finding: { ...decided, facts, verdict: decideVerdict(facts, this.#book), differs: false } })
  }

  async record(): Promise<void> {
    const { value, settings } = this
    if (value?.finding.type !== 'decided' || settings === null || !['none', 'not-kept'].includes(value.recording.type)) return
    const { id, at, presented, holder } = value
    const { point, lane, direction } = settings
    const photo = value.finding.facts.person.photo === 'no-match' ? 'no-match' : holder?.face ? 'match' : 'not-said'
    const request: MovementBody = { id, point, lane, direction, document: presented, occurredAt: at, photo, plate: value.plate.trim() || null }
    this.update({ recording: { type: 'sending' } })
    const sent = await this.#outbox.send(request, holder?.localName ?? holder?.number ?? '')
    if (this.value?.id === id) this.update({ recording: sent })
    if (sent.type === 'recorded') void this.#register.readCounts()
  }

  setPlate(plate: string): void {
    if (this.value) this.update({ plate })
  }

  /** Done with this one. Not while it is being recorded: the officer must see what became of it. */
  next(): void {
    if (this.value?.recording.type === 'sending') return
    if (this.value) this.#dismissed = { presented: this.value.presented, atMs: Date.now() }
    this.set(null)
  }

  /** A key or a list that is not known here may be new: the lists are read again once. */
  async #verify(text: string, at: Instant): Promise<PassVerdict> {
    const now = epochSeconds(at)
    const pass = await verifyPass(text, this.#register.value.trust, now)
    if (!staleCodes.includes(pass.code) || !this.#register.value.connected) return pass
    await Promise.race([this.#register.readTrust(), new Promise((resolve) => setTimeout(resolve, patienceMs))])
    return verifyPass(text, this.#register.value.trust, now)
  }

  /** The finding without the server: a code can be judged here, a typed number cannot. */
  #findAlone({ at, pass }: Case): Case['finding'] {
    const { state, points, orders } = this.#register.value
    const point = points.find((each) => each.point === this.settings?.point)
    if (!pass) return { type: 'number-needs-network' }
    if (!this.settings || state === null || !point) return { type: 'unreachable' }
    const facts = localFacts({ state, at, direction: this.settings.direction, pass, point, orders })
    return { type: 'decided', facts, verdict: decideVerdict(facts, this.#book), source: 'tablet', differs: false }
  }

  get #book(): RuleBook {
    return { law, orders: this.#register.value.orders }
  }

  get #point(): string {
    return this.settings?.point ?? ''
  }

  #take(answer: Answer<Preview>): void {
    if (!answer.ok) {
      this.update({ finding: { type: 'problem', problem: answer.problem } })
      return
    }
    const { facts: asked, verdict: theirs, holder } = answer.value
    const known = this.value?.finding
    // What the officer said of the face while the answer was on its way stands.
    const photo = known?.type === 'decided' ? known.facts.person.photo : 'not-said'
    const ours = decideVerdict(asked, this.#book)
    const differs = ours.outcome !== theirs.outcome
    const facts: Facts = { ...asked, person: { ...asked.person, photo } }
    const verdict = photo === 'no-match' ? decideVerdict(facts, this.#book) : differs ? theirs : ours
    this.update({
      finding: { type: 'decided', facts, verdict, source: 'register', differs },
      holder: this.value?.holder
        ? withFaceOfRegister(this.value.holder, holder ? this.#point : null)
        : holder && holderOfRegister(holder, this.#point),
    })
  }
}

/** With the server or kept here: the next person may come. */
const isSafe = ({ type }: Recording): boolean => ['recorded', 'waiting', 'signed-out', 'not-allowed'].includes(type)

/** `point`: where the pass is presented, for one of our register; null for any other. */
const withFaceOfRegister = (holder: Holder, point: string | null): Holder =>
  holder.face === null && holder.verified && point !== null ? { ...holder, face: { type: 'register', number: holder.number, point } } : holder

/** No connection, a server that is there but cannot serve, or one that nobody is signed in to: the tablet goes on alone. */
const isUnanswered = <T>(answer: Answer<T>): boolean =>
  !answer.ok && (answer.problem.code === 'no-connection' || answer.problem.status >= 500 || isSignedOut(answer.problem))
