import { v7 as newCommandId } from 'uuid'
import operating from '../../../data/operating-parameters.json'
import { epochMs } from '../../kernel/time.ts'
import { workWords } from '../../words/gate-work.ts'
import type { Register } from './register.ts'
import { Store } from './store.ts'
import { type Last, secondsLeft } from './undo-time.ts'

/** An officer's own slip is taken back so soon after; what is older is the chief's. The server counts; here it is only shown. */
const secondsMax = operating.findLast(({ parameter, until }) => parameter === 'undo.seconds-max' && until === null)?.value ?? 0
export const undoSecondsLeft = (last: Last, nowMs: number): number => secondsLeft(last, nowMs, secondsMax)

export class Undo extends Store<Last | null> {
  readonly #register: Register
  onUndone: (movement: string) => void = () => {}

  constructor(register: Register) {
    super(null)
    this.#register = register
  }

  recorded(id: string, name: string): void {
    this.set({ id, name, recordedMs: Date.now(), state: 'open', problem: null })
  }

  async undo(): Promise<void> {
    const last = this.value
    if (last?.state !== 'open' || undoSecondsLeft(last, Date.now()) === 0) return
    this.update({ state: 'sending', problem: null })
    const body = { requestId: newCommandId({ msecs: epochMs(this.#register.now()) }), reason: workWords.undoReason[this.#register.language] }
    const answer = await this.#register.ask<unknown>(`/api/v1/movements/${last.id}/undo`, body)
    if (answer.ok) this.onUndone(last.id)
    if (this.value?.id === last.id) this.update(answer.ok ? { state: 'done' } : { state: 'open', problem: answer.problem })
    void this.#register.readCounts()
  }
}
