import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { PassMemory } from '../credential/pass-memory.ts'
import { type Trust, trustToJson } from '../credential/trust.ts'
import { type PassVerdict, verifyPass } from '../credential/verify.ts'
import { epochMs, epochSeconds, type Instant } from '../kernel/time.ts'
import { currentTrust } from './publish-trust.ts'
import type { Signing } from './sign-pass.ts'

const freshMs = 10_000

/** Whom this instance believes, kept for ten seconds; anything that changes it calls `renew`. A copy lies in `file` for the shell's tools. */
export class LiveTrust {
  readonly #signing: Signing
  readonly #file: string
  readonly #memory: PassMemory
  #kept: { readonly untilMs: number; readonly trust: Promise<Trust> } | undefined

  constructor(signing: Signing, { file, rememberedPasses }: { readonly file: string; readonly rememberedPasses: number }) {
    this.#signing = signing
    this.#file = file
    this.#memory = new PassMemory(rememberedPasses)
  }

  /** Judges a scanned text as of `at` by whom this instance believes now. */
  async verify(text: string, at: Instant): Promise<PassVerdict> {
    return verifyPass(text, await this.get(), epochSeconds(at), this.#memory)
  }

  get(): Promise<Trust> {
    const now = this.#signing.now()
    if (!this.#kept || epochMs(now) >= this.#kept.untilMs) {
      const trust = currentTrust(this.#signing, now).then((read) => this.#keepCopy(read))
      this.#kept = { untilMs: epochMs(now) + freshMs, trust }
      // A failed reading is not kept: the next caller asks again.
      trust.catch(() => this.renew())
    }
    return this.#kept.trust
  }

  renew(): void {
    this.#kept = undefined
  }

  /** A pass was signed: its key or its list may be new. */
  async knows(pass: { kid: string; statusUri: string }): Promise<void> {
    const trust = await this.get()
    if (!trust.keys.some((key) => key.kid === pass.kid) || !trust.lists.some((list) => list.uri === pass.statusUri)) this.renew()
    await this.get()
  }

  /** A copy that cannot be written (a full disk) must not stop the gates: the old one stays. */
  async #keepCopy(trust: Trust): Promise<Trust> {
    const draft = `${this.#file}.${randomUUID()}`
    try {
      await writeFile(draft, await trustToJson(trust))
      await rename(draft, this.#file)
    } catch {
      await rm(draft, { force: true }).catch(() => {})
    }
    return trust
  }

  async json(): Promise<string> {
    return trustToJson(await this.get())
  }
}
