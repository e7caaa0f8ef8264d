import { v7 as newCommandId } from 'uuid'
import { epochMs } from '../../kernel/time.ts'
import type { Answer, Problem } from '../api.ts'
import type { Register } from './register.ts'
import type { Settings } from './settings.ts'
import { Store } from './store.ts'

/** A shift as the server tells it. */
export type ShiftRow = {
  readonly id: string
  readonly point: string
  readonly lane: string
  readonly officerName: string
  readonly startedAt: string
  readonly note: string | null
}
/** `shift` null: none, or not known (out of reach): the lane that is set on the tablet is used. */
export type OnShift = { readonly shift: ShiftRow | null; readonly before: ShiftRow | null; readonly problem: Problem | null }

const patienceMs = 2_500

/** Who works at this lane since when. Without the network the work goes on without it. */
export class Shift extends Store<OnShift> {
  readonly #register: Register
  #asked: { readonly id: string; readonly point: string; readonly lane: string } | undefined

  constructor(register: Register) {
    super({ shift: null, before: null, problem: null })
    this.#register = register
  }

  /** One's own live shift, wherever it was begun. */
  async read(): Promise<void> {
    const answer = await this.#register.ask<Pick<OnShift, 'shift' | 'before'>>('/api/v1/shifts/mine')
    if (answer.ok) this.update({ shift: answer.value.shift, before: answer.value.before })
  }

  /** False: the server refused, and says why; an answer that does not come holds up nobody. */
  async begin({ point, lane }: Settings, takeOver = false): Promise<boolean> {
    const { shift } = this.value
    if (shift?.point === point && shift.lane === lane) return true
    // The same question again is the same shift.
    const isSame = this.#asked?.point === point && this.#asked.lane === lane && !takeOver
    const asked = isSame && this.#asked ? this.#asked : { id: this.#newId(), point, lane }
    this.#asked = asked
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
    const answer = await Promise.race([this.#register.ask<ShiftRow>('/api/v1/shifts', { ...asked, ...(takeOver && { takeOver }) }), patience])
    if (answer?.ok) {
      this.set({ shift: answer.value, before: null, problem: null })
      void this.read()
      return true
    }
    const problem = answer && isRefusal(answer) ? answer.problem : null
    this.set({ shift: null, before: null, problem })
    return problem === null
  }

  /** Ends it with a word for whoever comes next. */
  async end(note: string): Promise<boolean> {
    const { shift } = this.value
    if (!shift) return true
    const answer = await this.#register.ask<ShiftRow>(`/api/v1/shifts/${shift.id}/end`, { requestId: this.#newId(), note })
    const isOver = answer.ok || answer.problem.code === ('shift.ended' as string)
    this.#asked = undefined
    this.set(isOver ? { shift: null, before: null, problem: null } : { ...this.value, problem: answer.ok ? null : answer.problem })
    return isOver
  }

  forgetProblem(): void {
    this.update({ problem: null })
  }

  #newId(): string {
    return newCommandId({ msecs: epochMs(this.#register.now()) })
  }
}

/** About the shift itself. A server that is away or does not know shifts stops nobody. */
const isRefusal = (answer: Answer<unknown>): answer is { ok: false; problem: Problem } =>
  !answer.ok && answer.problem.status >= 400 && answer.problem.status < 500 && ![401, 404, 408, 429].includes(answer.problem.status)
