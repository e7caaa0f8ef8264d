import { Agent, request as httpRequest } from 'node:http'
import type { SessionHeaders } from '../demonstration-session.ts'

export class ProgressBar {
  readonly #name: string
  readonly #total: number
  #done = 0
  #shown = ''
  constructor(name: string, total: number) {
    this.#name = name
    this.#total = total
  }
  step(by = 1): void {
    const before = this.#done
    this.#done += by
    const tenth = Math.ceil(this.#total / 10)
    if (!process.stderr.isTTY && Math.floor(before / tenth) === Math.floor(this.#done / tenth)) return
    const filled = Math.floor((this.#done / this.#total) * 40)
    const line = `  [${'#'.repeat(filled)}${'.'.repeat(40 - filled)}] ${this.#done}/${this.#total} ${this.#name}`
    if (line === this.#shown) return
    this.#shown = line
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\n')
  }
}

/** A plain keep-alive HTTP client: the figures should be the server's, not a client library's. */
export class Client {
  readonly #base: URL
  readonly #agent: Agent
  readonly #inFlight: number
  readonly #session: SessionHeaders

  constructor(base: URL, inFlight: number, session: SessionHeaders) {
    this.#session = session
    this.#base = base
    this.#inFlight = inFlight
    this.#agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  }

  async get<T>(path: string): Promise<T> {
    return this.#expect<T>(await this.send('GET', path))
  }
  async post<T>(path: string, body: object): Promise<T> {
    return this.#expect<T>(await this.send('POST', path, body))
  }
  async send(method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}): Promise<{ status: number; value: unknown }> {
    const { status, bytes } = await this.#exchange(method, path, body, more)
    return { status, value: JSON.parse(bytes.toString('utf8')) }
  }

  /** Runs `work` over the items, a bounded number at once, in order of start; the first fault ends it. */
  async each<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
    const results: R[] = []
    let next = 0
    const worker = async () => {
      for (let index = next++; index < items.length; index = next++) {
        const item = items[index]
        if (item !== undefined) results[index] = await work(item, index)
      }
    }
    await Promise.all(Array.from({ length: Math.min(this.#inFlight, items.length) }, worker))
    return results
  }

  close(): void {
    this.#agent.destroy()
  }

  #expect<T>({ status, value }: { status: number; value: unknown }): T {
    if (status < 300) return value as T
    const problem = value as { code?: string; detail?: string }
    throw new Error(`the server answered ${status} ${problem.code ?? ''}: ${problem.detail ?? ''}`)
  }

  #exchange(
    method: string,
    path: string,
    body: object | undefined,
    more: Readonly<Record<string, string>>,
  ): Promise<{ status: number; bytes: Buffer }> {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; bytes: Buffer }>()
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      ...this.#session,
      ...more,
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    const outgoing = httpRequest(new URL(path, this.#base), { method, agent: this.#agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    outgoing.on('error', (error) =>
      reject(new Error(`no answer from ${this.#base.origin} (${'code' in error ? error.code : error.message}): is npm start running there?`)),
    )
    outgoing.end(text)
    return promise
  }
}
