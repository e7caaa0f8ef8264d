/** The load generator, a process of its own: keeps a number of movements in flight over raw keep-alive sockets, so that its own cost stays small beside the server's. */
import { createConnection, type Socket } from 'node:net'
import type { SessionHeaders } from '../../src/app/demonstration-session.ts'
import { instantOfMs } from '../../src/kernel/time.ts'
import { toldAtHeader } from '../../src/movements/told-at.ts'
import { newCommandId } from '../../src/platform/ids.ts'

export type Pass = { readonly number: string; readonly qrText: string }
export type LoadOrder = { readonly inFlight: number; readonly seconds: number; readonly scanned: boolean }
export type LoadResult = { readonly perSecond: number; readonly milliseconds: readonly number[]; readonly answers: Readonly<Record<string, number>> }

type Setup = { readonly url: string; readonly session: SessionHeaders; readonly passes: readonly Pass[]; readonly firstMs: number }

/** Between two movements of one holder: above the repeat window of 60 s. */
const stepMs = 61_000
/** A point's open hours hold so many; then the next day begins. */
const stepsADay = 600
const dayMs = 86_400_000

let setup: Setup | undefined
/** How many movements each holder has made: odd ones are away. */
const made = new Map<number, number>()

process.on('message', (message: Setup | LoadOrder) => {
  if ('url' in message) {
    setup = message
    process.send?.('ready')
  } else if (setup) void play(setup, message).then((result) => process.send?.(result))
})

async function play({ url, session, passes, firstMs }: Setup, { inFlight, seconds, scanned }: LoadOrder): Promise<LoadResult> {
  const { hostname, port } = new URL(url)
  const answers: Record<string, number> = {}
  const milliseconds: number[] = []
  const each = Math.floor(passes.length / inFlight)
  const started = performance.now()
  const worker = async (_: unknown, index: number): Promise<void> => {
    const line = await Line.open(hostname, Number(port), session)
    for (let turn = 0; performance.now() - started < seconds * 1000; turn += 1) {
      const holder = index + inFlight * (turn % each)
      const sent = performance.now()
      const { status, body } = await line.record(movement(holder, passes[holder], firstMs, scanned))
      milliseconds.push(performance.now() - sent)
      const answer = status === 201 ? (/"outcome":"([a-z-]+)"/.exec(body)?.[1] ?? 'unread') : `${status} ${body.slice(0, 200)}`
      answers[answer] = (answers[answer] ?? 0) + 1
    }
    line.close()
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const perSecond = (milliseconds.length * 1000) / (performance.now() - started)
  return { perSecond, milliseconds: milliseconds.sort((a, b) => a - b), answers }
}

/** The server that is measured is a demonstration: days of the past are told on their day. */
function movement(holder: number, pass: Pass | undefined, firstMs: number, scanned: boolean): { body: string; told: string } {
  if (!pass) throw new Error('more in flight than passes')
  const step = made.get(holder) ?? 0
  made.set(holder, step + 1)
  const occurredAt = instantOfMs(firstMs + Math.floor(step / stepsADay) * dayMs + (step % stepsADay) * stepMs + holder)
  const body = JSON.stringify({
    id: newCommandId(Date.now()),
    point: 'kh-th/poipet',
    direction: step % 2 === 0 ? 'exit' : 'entry',
    document: scanned ? { text: pass.qrText } : { number: pass.number },
    occurredAt,
    photo: 'match',
  })
  return { body, told: occurredAt }
}

/** One keep-alive connection, one request at a time; reads only what our server writes (a status, a content-length, a body). */
class Line {
  readonly #socket: Socket
  readonly #head: string
  #text = ''
  #answer: ((answer: { status: number; body: string }) => void) | undefined

  private constructor(socket: Socket, head: string) {
    this.#socket = socket
    this.#head = head
    socket.setNoDelay(true)
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => this.#read(chunk))
    socket.on('error', (error) => {
      throw error
    })
  }

  static open(host: string, port: number, session: SessionHeaders): Promise<Line> {
    const { promise, resolve, reject } = Promise.withResolvers<Line>()
    const socket = createConnection({ host, port }, () =>
      resolve(new Line(socket, `host: ${host}:${port}\r\ncookie: ${session.cookie}\r\norigin: ${session.origin}`)),
    )
    socket.once('error', reject)
    return promise
  }

  record({ body, told }: { body: string; told: string }): Promise<{ status: number; body: string }> {
    const { promise, resolve } = Promise.withResolvers<{ status: number; body: string }>()
    this.#answer = resolve
    this.#socket.write(
      `POST /api/v1/movements HTTP/1.1\r\n${this.#head}\r\n${toldAtHeader}: ${told}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
    return promise
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: string): void {
    this.#text += chunk
    const head = this.#text.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#text)?.[1] ?? 0)
    if (this.#text.length < head + 4 + length) return
    const answer = { status: Number(this.#text.slice(9, 12)), body: this.#text.slice(head + 4, head + 4 + length) }
    this.#text = ''
    this.#answer?.(answer)
  }
}
