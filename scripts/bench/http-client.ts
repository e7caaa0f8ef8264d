import { Agent, request } from 'node:http'
import type { SessionHeaders } from '../../src/app/demonstration-session.ts'

export type Answer = { readonly status: number; readonly text: string }

/** Plain keep-alive HTTP: what a figure tells is the server's, not a client library's. */
export class HttpClient {
  readonly #base: URL
  readonly #agent: Agent
  readonly #session: SessionHeaders | undefined

  constructor(url: string, connections: number, session: SessionHeaders | undefined = undefined) {
    this.#session = session
    this.#base = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Rejects when no whole answer came: the server may or may not have done it. */
  send(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const headers = { ...this.#session, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) }
    const { hostname, port } = this.#base
    const outgoing = request({ hostname, port, path, method, agent: this.#agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
      response.on('error', reject)
      response.on('aborted', () => reject(new Error('the answer was cut off')))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
    return promise
  }

  /** The answer's JSON; throws on any status but 2xx. */
  async json<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const { status, text } = await this.send(method, path, body && JSON.stringify(body))
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`)
    return JSON.parse(text) as T
  }

  close(): void {
    this.#agent.destroy()
  }
}
