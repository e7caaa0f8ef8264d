import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** How the next message is met, one after the other; without one it is taken. `took`: it had taken the message before it misbehaved. */
export type Manner =
  | { readonly is: 'status'; readonly status: number; readonly took?: boolean }
  | { readonly is: 'hang-up'; readonly took?: boolean }
  | { readonly is: 'silent'; readonly took?: boolean }
  | { readonly is: 'cut-off'; readonly took?: boolean }
  | { readonly is: 'redirect'; readonly to: string; readonly took?: boolean }
  | { readonly is: 'slow'; readonly ms: number; readonly took?: boolean }

export type Delivered = { readonly id: string; readonly to: string; readonly text: string; readonly sender?: string }

/** A message gateway on loopback that keeps what it took: a message that it knows by its id it takes again and sends no second time. */
export async function openTestGateway(token = 'made-up-sms-token') {
  const delivered: Delivered[] = []
  const asked: string[] = []
  const manners: Manner[] = []
  const open = new Set<ServerResponse>()
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await text(request)) as Delivered
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end()
    if (request.headers['idempotency-key'] !== body.id) return void response.writeHead(400).end()
    asked.push(body.id)
    const manner = manners.shift()
    if ((!manner || manner.took || manner.is === 'slow') && !delivered.some(({ id }) => id === body.id)) delivered.push(body)
    if (manner?.is === 'slow') await new Promise((resolve) => setTimeout(resolve, manner.ms))
    if (manner?.is === 'hang-up') return void request.socket.destroy()
    if (manner?.is === 'silent') return void open.add(response)
    if (manner?.is === 'cut-off') {
      response.writeHead(200, { 'content-length': 100 }).write('{"id":')
      return void setImmediate(() => request.socket.destroy())
    }
    if (manner?.is === 'redirect') return void response.writeHead(307, { location: manner.to }).end()
    response.writeHead(manner?.is === 'status' ? manner.status : 202, { 'content-type': 'application/json' }).end('{"accepted":true}')
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    token,
    delivered,
    /** Ids in the order in which they came, each as often as it came. */
    asked,
    behave: (...how: Manner[]) => void manners.push(...how),
    async close() {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
