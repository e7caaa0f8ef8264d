import type { DraftBody } from '../../../passes/drafts/draft.api.ts'
import type { Answer, Problem } from '../../api.ts'
import { type Draft, isSameDraft, keptOf } from './draft.ts'

export type SaveBody = { readonly office: string; readonly version: number; readonly body: DraftBody; readonly photo: string | null }
export type KeeperState = {
  /** Null: nothing of it was kept yet. */
  readonly id: string | null
  readonly type: 'empty' | 'unsaved' | 'saving' | 'saved' | 'clash' | 'refused'
  readonly problem: Problem | undefined
}
type Options = {
  readonly office: string
  readonly empty: Draft
  readonly waitMs?: number
  readonly retryMs?: number
  newId(): string
  save(id: string, body: SaveBody): Promise<Answer<{ version: number }>>
  /** A timer; the returned function stops it. */
  wait(run: () => void, ms: number): () => void
  onState(state: KeeperState): void
}

/**
 * Keeps what is typed at the office: a while after the last key, one save at a time, each upon the version that was read. What another clerk typed
 * meanwhile is never written over: then it stops and says so.
 */
export class DraftKeeper {
  readonly #options: Options
  #state: KeeperState = { id: null, type: 'empty', problem: undefined }
  #version = 0
  #draft: Draft
  #saved: Draft
  /** Sent without an answer: it may be kept already, so the very same is sent again before anything newer. */
  #unanswered: Draft | undefined
  #stop = () => {}
  #saving: Promise<void> | undefined
  #isClosed = false

  constructor(options: Options) {
    this.#options = options
    this.#draft = options.empty
    this.#saved = options.empty
  }

  get state(): KeeperState {
    return this.#state
  }
  get draft(): Draft {
    return this.#draft
  }
  get version(): number {
    return this.#version
  }
  /** Is something typed that the office does not have? */
  get isBehind(): boolean {
    return !isSameDraft(this.#draft, this.#saved)
  }

  /** Goes on with a draft as it was read. */
  open({ id, version, draft }: { id: string; version: number; draft: Draft }): void {
    this.#stop()
    this.#version = version
    this.#draft = draft
    this.#saved = draft
    this.#unanswered = undefined
    this.#set({ id, type: 'saved', problem: undefined })
  }

  /** Begins a new one; the last stays as it is kept. */
  begin(): void {
    this.#stop()
    this.#unanswered = undefined
    this.#version = 0
    this.#draft = this.#options.empty
    this.#saved = this.#options.empty
    this.#set({ id: null, type: 'empty', problem: undefined })
  }

  /** The form changed. */
  put(draft: Draft): void {
    this.#draft = draft
    if (this.#isClosed || this.#state.type === 'clash') return
    if (!this.isBehind) {
      this.#stop()
      if (this.#state.type === 'unsaved' || this.#state.type === 'refused') this.#set({ ...this.#state, type: this.#state.id ? 'saved' : 'empty' })
      return
    }
    this.#later(this.#options.waitMs ?? 1500)
  }

  /** After a clash: one's own text goes on as another draft. */
  keepMine(): void {
    this.#unanswered = undefined
    this.#version = 0
    this.#saved = this.#options.empty
    this.#set({ id: null, type: 'unsaved', problem: undefined })
    this.#later(0)
  }

  /** Saves no more, and waits for the save that is under way: what is submitted must not come back as a draft. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    await this.#saving
  }
  /** What was submitted was refused: typing goes on. */
  reopen(): void {
    this.#isClosed = false
    this.put(this.#draft)
  }
  /** Saves now what is not saved yet, if it can be. */
  async flush(): Promise<void> {
    this.#stop()
    await this.#saving
    if (this.isBehind && this.#state.type !== 'clash') await this.#save()
  }

  #later(ms: number): void {
    this.#stop()
    if (!this.#saving && this.#state.type !== 'unsaved') this.#set({ ...this.#state, type: 'unsaved' })
    this.#stop = this.#options.wait(() => void this.#save(), ms)
  }

  async #save(): Promise<void> {
    if (this.#saving || this.#isClosed) return
    this.#saving = this.#saveOnce()
    await this.#saving
    this.#saving = undefined
    const { type } = this.#state
    if (this.#isClosed || !this.isBehind || type === 'clash' || type === 'refused') return
    this.#later(type === 'unsaved' ? (this.#options.retryMs ?? 5000) : (this.#options.waitMs ?? 1500))
  }

  async #saveOnce(): Promise<void> {
    const [draft, saved, version] = [this.#unanswered ?? this.#draft, this.#saved, this.#version]
    const id = this.#state.id ?? this.#options.newId()
    // The name stands before the answer: a save whose answer was lost is sent again as the same draft.
    this.#set({ id, type: 'saving', problem: undefined })
    const photo = draft.photo === saved.photo ? null : draft.photo
    const answer = await this.#options.save(id, { office: this.#options.office, version, body: keptOf(draft), photo })
    // Another draft was opened meanwhile: the answer is about the last one.
    if (this.#state.id !== id) return
    const isLost = !answer.ok && (answer.problem.code === 'no-connection' || answer.problem.status >= 500)
    this.#unanswered = isLost ? draft : undefined
    if (answer.ok) {
      this.#version = answer.value.version
      this.#saved = draft
      return this.#set({ id, type: 'saved', problem: undefined })
    }
    const { problem } = answer
    if (problem.code === 'draft.changed' || problem.code === 'draft.not-found') return this.#set({ id, type: 'clash', problem })
    this.#set({ id, type: isLost ? 'unsaved' : 'refused', problem: isLost ? undefined : problem })
  }

  #set(state: KeeperState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
