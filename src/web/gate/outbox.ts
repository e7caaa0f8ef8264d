import type { MovementAnswer } from '../../movements/movements.api.ts'
import type { Verdict } from '../../movements/verdict.rules.ts'
import type { Answer, Problem } from '../api.ts'
import { namedInstead, naming } from './kept-sheets.ts'
import type { Register } from './register.ts'
import { Store } from './store.ts'
import { forgetUnsent, type Kept, keepUnsent, movementsPath, type Path, paths, type Recorder, readUnsent, type Unsent } from './unsent.ts'

/** The server's answer; its verdict is that of verdict.rules.ts. */
export type Recorded = Omit<MovementAnswer, 'verdict'> & { readonly verdict: Verdict }

/**
 * 'waiting': no answer yet, but kept. 'signed-out', 'not-allowed': kept as well, since the answer was about the officer and not about the movement.
 * 'not-kept': no answer, and the browser could not keep it.
 */
export type SentAs<T> =
  | { readonly type: 'recorded'; readonly answer: T }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'waiting' | 'signed-out' | 'not-allowed' | 'not-kept' }

export type Sent = SentAs<Recorded>

const tickMs = 10_000
const patienceMs = 4_000

/** Movements and sheets on their way. Each is kept before it is first sent and forgotten only after an answer; the same id makes a second sending harmless. */
export class Outbox extends Store<readonly Unsent[]> {
  readonly #register: Register
  readonly #underWay = new Set<string>()
  /** Told of each late answer. */
  onLate: (id: string, sent: Sent) => void = () => {}
  /** Told of each movement in whose place a sheet names another, or none. */
  onNamed: (movement: string, instead: string | null) => void = () => {}
  #flushing = false
  /** Whoever worked here before the session ended still has a case on the counter. */
  #lastOfficer: Recorder | null = null

  constructor(register: Register) {
    super([])
    this.#register = register
  }

  /** Sends what an earlier day left behind, and goes on trying. */
  start(): void {
    const flush = (): void => void this.flush()
    flush()
    setInterval(flush, tickMs)
    addEventListener('online', flush)
    let officer = this.#register.value.officer
    this.#register.watch(() => {
      if (this.#register.value.officer === officer) return
      officer = this.#register.value.officer
      this.#lastOfficer = this.#officer ?? this.#lastOfficer
      flush()
    })
    document.addEventListener('visibilitychange', flush)
    // Without this the browser may clear the store when its disk is full.
    void navigator.storage?.persist?.()
  }

  async send<T = Recorded>(request: Kept, name: string, path: Path = movementsPath): Promise<SentAs<T>> {
    const entry: Unsent = { id: request.id, path, request, name, refused: null, by: this.#officer ?? this.#lastOfficer }
    this.#underWay.add(entry.id)
    const kept = await keepUnsent(entry).then(
      () => true,
      () => false,
    )
    if (kept) await this.#show()
    if (kept && this.#waitsForOthers(entry)) {
      this.#underWay.delete(entry.id)
      return { type: 'waiting' }
    }
    const asked = this.#register.ask<T>(path, request)
    // What is kept need not hold up the lane: it is sent again under the same id.
    const answer = kept ? await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))]) : await asked
    const sent: SentAs<T> = answer ? sentOf(answer) : { type: 'waiting' }
    if (sent.type === 'recorded' || sent.type === 'refused') await forgetUnsent(entry.id).catch(() => {})
    this.#underWay.delete(entry.id)
    await this.#show()
    return isKept(sent) && !kept ? { type: 'not-kept' } : sent
  }

  get #officer(): Recorder | null {
    const { officer } = this.#register.value
    return officer === null || officer === 'none' ? null : { account: officer.account, name: officer.name }
  }

  /** Whose it is must be known before it is sent: at the start of a page nobody is, yet. */
  #mayBeMine({ by }: Unsent): boolean {
    return by === null ? this.#register.value.officer !== 'none' : by.account === this.#officer?.account
  }

  #waitsForOthers(entry: Unsent): boolean {
    return waitsFor(entry, this.value)
  }

  /** Another officer's movements: they would be recorded in my name, so they wait until somebody says so. */
  isOfAnother({ by }: Unsent): boolean {
    const mine = this.#officer
    return by !== null && mine !== null && by.account !== mine.account
  }

  /** Takes over what another officer of this tablet left unsent. */
  async takeOver(): Promise<void> {
    const mine = this.#officer
    for (const entry of this.value) if (this.isOfAnother(entry)) await keepUnsent({ ...entry, by: mine }).catch(() => {})
    await this.flush()
  }

  /** One after the other, oldest first; the first that gets no answer ends the round. Signed out, there is no use in asking. */
  async flush(): Promise<void> {
    if (this.#flushing) return
    this.#flushing = true
    try {
      await this.#show()
      for (const { id } of inOrder(this.value)) {
        // A sheet may have been put right since this round began.
        const entry = this.value.find((each) => each.id === id)
        if (!entry || entry.refused || this.#underWay.has(entry.id) || !this.#mayBeMine(entry) || this.#waitsForOthers(entry)) continue
        const answer = await this.#register.ask<Recorded>(entry.path, entry.request)
        const sent = sentOf(answer)
        if (sent.type === 'waiting' || sent.type === 'signed-out') break
        if (entry.path === movementsPath && (sent.type === 'recorded' || sent.type === 'refused')) await this.#name(entry.id, answer)
        if (sent.type === 'recorded') await forgetUnsent(entry.id)
        if (sent.type === 'refused') await keepUnsent({ ...entry, refused: sent.problem })
        this.onLate(entry.id, sent)
        await this.#show()
      }
    } catch {
      // A browser that keeps nothing has nothing to send later.
    } finally {
      this.#flushing = false
    }
  }

  /** A sheet is not lost because one of those on it was tapped twice, or was not let through after all: put right before its movement is forgotten. */
  async #name(movement: string, answer: Answer<Recorded>): Promise<void> {
    const instead = namedInstead(movement, answer)
    if (instead === movement) return
    for (const sheet of this.value) {
      const request = naming(sheet.request, movement, instead)
      if (request !== sheet.request) await keepUnsent({ ...sheet, request })
    }
    this.onNamed(movement, instead)
  }

  /** The officer has read that a movement was not accepted. */
  async dismiss(id: string): Promise<void> {
    await forgetUnsent(id).catch(() => {})
    await this.#show()
  }

  async #show(): Promise<void> {
    this.set(await readUnsent().catch(() => []))
  }
}

/** What is named goes before what names it; else the oldest first. */
export const inOrder = (entries: readonly Unsent[]): Unsent[] => entries.toSorted((one, other) => paths.indexOf(one.path) - paths.indexOf(other.path))

/** A sheet names movements, and goods a movement or a vehicle's sheet: what is named and still here goes first. Nothing else holds it up: what another officer left waits for somebody's word. */
export function waitsFor({ id, request }: Unsent, kept: readonly Unsent[]): boolean {
  const said = JSON.stringify(request)
  return kept.some((each) => each.id !== id && each.refused === null && said.includes(each.id))
}

const isKept = ({ type }: SentAs<unknown>): boolean => type === 'waiting' || type === 'signed-out' || type === 'not-allowed'

/** A server that is there but cannot serve has not answered; one that asks who sends it has not judged the movement. */
export function sentOf<T>(answer: Answer<T>): SentAs<T> {
  if (answer.ok) return { type: 'recorded', answer: answer.value }
  const { status } = answer.problem
  if (status === 401) return { type: 'signed-out' }
  if (status === 403) return { type: 'not-allowed' }
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? { type: 'refused', problem: answer.problem } : { type: 'waiting' }
}
