import { v7 as newCommandId } from 'uuid'
import lawData from '../../../data/law/kh-th-1997.json'
import operating from '../../../data/operating-parameters.json'
import type { Law } from '../../instruments/law.rules.ts'
import type { CommandId } from '../../kernel/code.ts'
import { borderZone, civilDateAt, epochMs, type Instant } from '../../kernel/time.ts'
import type { Facts, RuleBook } from '../../movements/facts.rules.ts'
import { decideVerdict, isAdmitted, type Verdict } from '../../movements/verdict.rules.ts'
import { readMrz } from '../../passports/read-mrz.rules.ts'
import type { SideAt } from '../../places/opening.rules.ts'
import type { Answer } from '../api.ts'
import { type Case, type Decided, documentOf, isStillOpen, isUnanswered, mayGiveWay, type Preview, scanKeyOf, withFaceOfRegister } from './case.ts'
import { holderOfClaims, holderOfRegister } from './holder.ts'
import { localFacts, pointFactsNow } from './local-facts.ts'
import type { Outbox, Sent } from './outbox.ts'
import { type Dismissed, isResting, isSame, type Mishap, type Presented, readLine } from './presented.ts'
import type { Register } from './register.ts'
import { isFirstScan, isMilderAt, nothingYet, type Said, saidOf, withSaid } from './said.ts'
import { forgetScans, scansBefore } from './scans.ts'
import type { Settings } from './settings.ts'
import { Store } from './store.ts'
import { Undo } from './undo.ts'
import { type OpenVehicle, withoutRider, withRider, withRiderInstead } from './vehicle.ts'
import { verifyFresh } from './verify-fresh.ts'

const law = lawData as unknown as Law
/** The server refuses an older arrival; the tablet then proposes none. */
const arrivalHoursMax = operating.findLast(({ parameter, until }) => parameter === 'arrival.hours-max' && until === null)?.value ?? 0
const patienceMs = 2_500
const patienceOfflineMs = 400
/** Taps come in pairs: the register is asked again after the last of them. */
const askAgainMs = 150

/** The work at the lane: one case at a time, decided here by the same rules as on the server. Null: ready for the next. */
export class Gate extends Store<Case | null> {
  readonly vehicle = new Store<OpenVehicle | null>(null)
  readonly undo: Undo
  readonly #register: Register
  readonly #outbox: Outbox
  #dismissed: Dismissed | undefined
  #askingAgain: ReturnType<typeof setTimeout> | undefined
  settings: Settings | null = null

  constructor(register: Register, outbox: Outbox) {
    super(null)
    this.#register = register
    this.#outbox = outbox
    this.undo = new Undo(register)
    this.undo.onUndone = (movement) => {
      if (this.value?.id === movement) this.update({ recording: { type: 'undone' } })
      if (this.vehicle.value) this.vehicle.set(withoutRider(this.vehicle.value, movement))
    }
    outbox.onLate = (id, sent) => {
      if (this.value?.id === id) this.update({ recording: sent })
    }
    outbox.onNamed = (movement, instead) => {
      if (this.vehicle.value) this.vehicle.set(withRiderInstead(this.vehicle.value, movement, instead))
    }
  }

  /** May another document take the place of the one shown? */
  get isFree(): boolean {
    return this.value === null || mayGiveWay(this.value)
  }

  /** Do a passport's lines hold? Anything else that was presented does. */
  isReadable(presented: Presented): boolean {
    return !('mrz' in presented) || readMrz(presented.mrz, civilDateAt(this.#register.now(), borderZone)).ok
  }

  /** A camera sees the same card many times: it is taken once. */
  async seen(text: string): Promise<void> {
    const presented: Presented = { text }
    if (!this.isFree || (this.value && isSame(this.value.presented, presented)) || isResting(this.#dismissed, presented, Date.now())) return
    const reading = readLine(text, 'camera')
    if (reading.type === 'mishap') this.mishap(reading.mishap, presented)
    else await this.present(presented)
  }

  /** Something was read that is nothing to judge. While somebody waits it is only said; what waits stays. */
  mishap(mishap: Mishap, presented: Presented = { text: '' }): void {
    if (this.settings === null) return
    if (this.isFree) this.set({ ...this.#begun(presented), finding: { type: 'mishap', mishap } })
    else this.update({ anotherRead: true })
  }

  async present(presented: Presented): Promise<void> {
    const { settings } = this
    if (settings === null) return
    if (!this.isFree) {
      if (this.value && !isSame(this.value.presented, presented)) this.update({ anotherRead: true })
      return
    }
    const begun = this.#begun(presented)
    this.set(begun)
    const isCurrent = (): boolean => this.value?.id === begun.id

    await this.#look(begun, isCurrent)
    if (!isCurrent() || this.value?.finding.type !== 'asking') return
    const asked = this.#ask(begun)
    const scans = this.#scans()
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, this.#register.value.connected ? patienceMs : patienceOfflineMs))
    const first = await Promise.race([asked, patience])
    if (!isCurrent()) return
    if (first === undefined || isUnanswered(first)) this.update({ finding: this.#findAlone(this.value) })
    // An answer that comes late still counts, until the officer has acted.
    const answer = first ?? (await asked)
    if (!isUnanswered(answer) && isCurrent() && this.value?.recording.type === 'none') this.#take(answer, begun.said)
    const earlier = await scans
    if (isCurrent()) this.#proposeFirstScan(earlier)
    if (isCurrent() && answer.ok) this.#proposeDecision(answer.value.passedReferral)
  }

  /** The officer said something: decided again at once, on the same facts; then the register is asked once more. */
  say(part: Partial<Said>): void {
    if (!this.value || !isStillOpen(this.value.recording)) return
    const said = { ...this.value.said, ...part }
    this.update({ said })
    const { finding } = this.value
    if (finding.type !== 'decided') return
    this.update({ finding: this.#decide(finding.facts, finding.source) })
    clearTimeout(this.#askingAgain)
    if (finding.source === 'register') this.#askingAgain = setTimeout(() => void this.#askAgain(), askAgainMs)
  }

  async record(): Promise<void> {
    const { value, settings } = this
    if (value?.finding.type !== 'decided' || settings === null || !isStillOpen(value.recording)) return
    clearTimeout(this.#askingAgain)
    const { id, at, presented, holder, passport, said } = value
    const { point, lane, direction } = settings
    const photo = said.photo === 'no-match' ? 'no-match' : said.photo === 'match' || holder?.face ? 'match' : 'not-said'
    const request = { ...saidOf(said), id, point, lane, direction, document: presented, occurredAt: at, photo }
    this.update({ recording: { type: 'sending' } })
    const name = holder?.localName ?? (passport && `${passport.familyName} ${passport.givenName}`) ?? holder?.number ?? ''
    const sent = await this.#outbox.send(request, name)
    this.#settled(value, sent, name)
    if (this.value?.id === id) this.update({ recording: sent })
    if (sent.type === 'recorded') void this.#register.readCounts()
  }

  /** Done with this one. Not while it is being recorded: the officer must see what became of it. */
  next(): void {
    if (this.value?.recording.type === 'sending') return
    if (this.value) this.#dismissed = { presented: this.value.presented, atMs: Date.now() }
    this.set(null)
  }

  #begun(presented: Presented): Case {
    const at = this.#register.now()
    const { value: vehicle } = this.vehicle
    const rides = vehicle && {
      vehicle: { class: vehicle.class, wheels: vehicle.wheels },
      plate: vehicle.plate?.written ?? '',
      trailerPlate: vehicle.trailerPlate ?? '',
    }
    return {
      presented,
      at,
      pass: null,
      passport: null,
      holder: null,
      finding: { type: 'asking' },
      id: newCommandId({ msecs: epochMs(at) }),
      said: { ...nothingYet, ...rides },
      recording: { type: 'none' },
      anotherRead: false,
    }
  }

  /** What the document says by itself. */
  async #look({ presented, at }: Case, isCurrent: () => boolean): Promise<void> {
    if ('mrz' in presented) {
      const read = readMrz(presented.mrz, civilDateAt(at, borderZone))
      if (read.ok) this.update({ passport: read.value })
    }
    if (!('text' in presented)) return
    const pass = await verifyFresh(this.#register, presented.text, at)
    if (!isCurrent()) return
    const holder = pass.claims ? holderOfClaims(pass.claims, pass.unverified !== true) : null
    this.update({ pass, holder, ...(pass.outcome === 'neutral' && { finding: { type: 'not-a-pass' } }) })
  }

  #ask({ presented, at, said }: Case): Promise<Answer<Preview>> {
    const { point = '', direction = 'exit' } = this.settings ?? {}
    return this.#register.ask<Preview>('/api/v1/verdicts', { ...saidOf(said), point, direction, document: presented, occurredAt: at })
  }

  async #askAgain(): Promise<void> {
    const { value } = this
    if (value === null) return
    const answer = await this.#ask(value)
    const isGone = !answer.ok && answer.problem.code === 'referral.not-decided'
    // Contested, or passed on meanwhile: judged without it.
    if (isGone && this.value?.id === value.id && this.value.said.decided === value.said.decided) return this.say({ decided: null })
    // A refused question (a time that is none) is shown when it is recorded; the facts that are there stand.
    if (answer.ok && this.value?.id === value.id && isStillOpen(this.value.recording)) this.#take(answer, value.said)
  }

  /** Earlier scans of this document here; read beside the question to the register. */
  async #scans(): Promise<readonly Instant[]> {
    const key = this.value && this.settings && scanKeyOf(this.value, this.settings)
    return key && this.value ? scansBefore(key, this.value.at) : []
  }

  #proposeFirstScan(earlier: readonly Instant[]): void {
    const { value } = this
    if (value?.finding.type !== 'decided' || value.said.arrival !== null || value.recording.type !== 'none') return
    const { facts } = value.finding
    const first = earlier.find(
      (at) =>
        isFirstScan(at, facts.at, arrivalHoursMax) &&
        isMilderAt(this.#with(facts, { ...value.said, arrival: { at, by: 'first-scan' } }), facts, this.#book),
    )
    if (first) this.say({ arrival: { at: first, by: 'first-scan' } })
  }

  /** Referred before, and somebody in charge let them pass: that goes with the movement. */
  #proposeDecision(decided: CommandId | null): void {
    const { finding } = this.value ?? {}
    if (decided && finding?.type === 'decided' && finding.source === 'register' && finding.verdict.outcome === 'refer') this.say({ decided })
  }

  #settled(recorded: Case, sent: Sent, name: string): void {
    const { settings } = this
    if (sent.type === 'refused' || sent.type === 'not-kept') return
    const key = settings && scanKeyOf(recorded, settings)
    if (key) void forgetScans(key)
    if (sent.type === 'recorded') this.undo.recorded(recorded.id, name)
    const verdict = sent.type === 'recorded' ? sent.answer.verdict : recorded.finding.type === 'decided' ? recorded.finding.verdict : undefined
    const { value: vehicle } = this.vehicle
    if (vehicle && verdict && isAdmitted(verdict.outcome)) this.vehicle.set(withRider(vehicle, { movement: recorded.id, name }))
  }

  /** The finding without the server: a code or a passport can be judged here, a typed number cannot. */
  #findAlone(open: Case): Case['finding'] {
    const { state, orders } = this.#register.value
    const { settings } = this
    const point = this.#pointAnswer
    const document = documentOf(open)
    if (!document) return { type: 'mrz' in open.presented && !open.passport ? 'lines-wrong' : 'number-needs-network' }
    if (!settings || state === null || !point) return { type: 'unreachable' }
    return this.#decide(localFacts({ state, at: open.at, direction: settings.direction, document, point, orders }), 'tablet')
  }

  get #book(): RuleBook {
    return { law, orders: this.#register.value.orders }
  }

  get #pointAnswer() {
    return this.#register.value.points.find((each) => each.point === this.settings?.point)
  }

  #with(facts: Facts, said: Said): Facts {
    const point = this.#pointAnswer
    const sidesAt = (at: Instant): readonly SideAt[] | undefined => point && pointFactsNow(point, this.#register.value.orders, at).sides
    return withSaid(facts, said, sidesAt)
  }

  /** With what the officer has said by now. `theirs`: what the server decided on the very same words. */
  #decide(asked: Facts, source: Decided['source'], theirs?: Verdict): Decided {
    const facts = this.#with(asked, this.value?.said ?? nothingYet)
    const ours = decideVerdict(facts, this.#book)
    const differs = theirs !== undefined && theirs.outcome !== ours.outcome
    return { type: 'decided', facts, verdict: differs ? theirs : ours, source, differs }
  }

  #take(answer: Answer<Preview>, askedWith: Said): void {
    if (!answer.ok) {
      this.update({ finding: { type: 'problem', problem: answer.problem } })
      return
    }
    const { facts, verdict, holder } = answer.value
    // What the officer said while the answer was on its way stands.
    const isSameSaid = JSON.stringify(askedWith) === JSON.stringify(this.value?.said)
    const point = this.settings?.point ?? ''
    this.update({
      finding: this.#decide(facts, 'register', isSameSaid ? verdict : undefined),
      holder: this.value?.holder ? withFaceOfRegister(this.value.holder, holder ? point : null) : holder && holderOfRegister(holder, point),
    })
  }
}
