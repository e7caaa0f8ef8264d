import { hash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { borderZone, civilDateAt, instantOfMs } from '../../kernel/time.ts'
import { readPaymentCode } from '../payment-code.rules.ts'
import { readPromptPay } from '../promptpay.rules.ts'

export type Transfer = {
  readonly hash: string
  readonly toAccountId: string
  readonly amount: number
  readonly currency: string
  readonly createdDateMs: number
}
/** How the bank answers one question about a hash. `truth` is what a good bank says. */
export type Manner =
  | { readonly is: 'truth' }
  | { readonly is: 'slow'; readonly ms: number }
  /** Waits until so many questions wait, and answers the last first. */
  | { readonly is: 'reorder'; readonly questions: number }
  | { readonly is: 'lie'; readonly change: Readonly<Record<string, unknown>> }
  | { readonly is: 'status'; readonly status: number }
  | { readonly is: 'raw'; readonly body: string; readonly status?: number }
  | { readonly is: 'redirect'; readonly to: string }
  | { readonly is: 'hang-up' }

/**
 * A bank on this machine with Bakong's look-up and a Thai bank's of a bill, for the demonstration and the tests: it knows made-up transfers, and can be told to delay, repeat, reorder and lie.
 * Nothing in it is real money, and it listens on loopback alone.
 */
export async function openMadeUpBank({
  port = 0,
  token = 'made-up-token',
  now = Date.now,
}: {
  port?: number
  token?: string
  now?: () => number
} = {}) {
  const transfers = new Map<string, Transfer>()
  const manners = new Map<string, Manner[]>()
  const bills = new Map<string, { readonly md5: string; readonly transfers: readonly Transfer[] }>()
  const waiting: (() => void)[] = []
  const asked: string[] = []
  let made = 0

  /** Somebody scans the code and pays it: once more is once more money, under another name. */
  function pay(payload: string, change: Partial<Transfer> = {}): Transfer {
    const read = readPaymentCode(payload)
    if (!read) throw new Error('no bank takes this code')
    made += 1
    const md5 = hash('md5', payload)
    const transfer = { hash: hash('sha256', `${md5} ${made} ${token}`), toAccountId: read.account, ...read.money, createdDateMs: now(), ...change }
    transfers.set(md5, transfer)
    const bill = billOf(payload)
    if (bill) bills.set(bill, { md5, transfers: [...(bills.get(bill)?.transfers ?? []), transfer] })
    return transfer
  }
  /** How the next questions about this hash are answered, one after the other; the last manner stays. */
  const behave = (md5: string, ...how: Manner[]) => void manners.set(md5, how)

  function mannerFor(md5: string): Manner {
    const [first, ...rest] = manners.get(md5) ?? []
    if (rest.length > 0) manners.set(md5, rest)
    return first ?? { is: 'truth' }
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse((await text(request)) || '{}')
    const url = new URL(request.url ?? '/', 'http://bank')
    if (request.method === 'GET' && url.pathname === '/v1/payment/billpayment/inquiry') return answerBill(request, response, url.searchParams)
    if (request.method === 'POST' && request.url === '/made-up/pay') return send(response, 200, pay(String((body as { payload?: unknown }).payload)))
    if (request.method !== 'POST' || request.url !== '/v1/check_transaction_by_md5') return send(response, 404, { responseCode: 1, errorCode: 1 })
    if (request.headers.authorization !== `Bearer ${token}`) return send(response, 401, { responseCode: 1, errorCode: 6, data: null })
    const md5 = String((body as { md5?: unknown }).md5)
    asked.push(md5)
    const manner = mannerFor(md5)
    if (await misbehaves(request, response, manner)) return
    const transfer = transfers.get(md5)
    if (!transfer) return send(response, 200, { responseCode: 1, responseMessage: 'Transaction could not be found.', errorCode: 1, data: null })
    const data = {
      ...transfer,
      fromAccountId: 'made_up@devb',
      description: '',
      acknowledgedDateMs: transfer.createdDateMs + 900,
      ...(manner.is === 'lie' && manner.change),
    }
    send(response, 200, { responseCode: 0, responseMessage: 'Getting transaction successfully.', errorCode: null, data })
  }

  /** A Thai bank's look-up of a bill by biller, reference and day. */
  async function answerBill(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    if (request.headers.authorization !== `Bearer ${token}` || !request.headers['resourceownerid'] || !request.headers['requestuid'])
      return send(response, 401, { status: { code: 9300, description: 'Unauthorized' } })
    const [billerId, reference] = [query.get('billerId') ?? '', query.get('reference1') ?? '']
    const bill = bills.get(`${billerId} ${reference}`)
    asked.push(reference)
    const manner = mannerFor(bill?.md5 ?? reference)
    if (await misbehaves(request, response, manner)) return
    const paid = (bill?.transfers ?? []).filter(
      ({ createdDateMs }) => civilDateAt(instantOfMs(createdDateMs), borderZone) === query.get('transactionDate'),
    )
    if (paid.length === 0) return send(response, 404, { status: { code: 4101, description: 'Transaction not found' } })
    const data = paid.map((transfer) => ({
      eventCode: query.get('eventCode'),
      transactionType: 'Domestic Transfers',
      payeeProxyType: 'BILLERID',
      payeeProxyId: transfer.toAccountId,
      transactionId: transfer.hash,
      amount: transfer.amount.toFixed(2),
      currencyCode: transfer.currency === 'THB' ? '764' : '840',
      transactionDateandTime: new Date(transfer.createdDateMs).toISOString(),
      billPaymentRef1: reference,
      ...(manner.is === 'lie' && manner.change),
    }))
    send(response, 200, { status: { code: 1000, description: 'Success' }, data })
  }

  async function misbehaves(request: IncomingMessage, response: ServerResponse, manner: Manner): Promise<boolean> {
    if (manner.is === 'slow') await new Promise((resolve) => setTimeout(resolve, manner.ms))
    if (manner.is === 'reorder')
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        if (waiting.length >= manner.questions) for (const next of waiting.splice(0).reverse()) next()
      })
    if (manner.is === 'hang-up') {
      request.socket.destroy()
      return true
    }
    if (manner.is === 'status') send(response, manner.status, { message: 'made up' })
    if (manner.is === 'raw') response.writeHead(manner.status ?? 200, { 'content-type': 'application/json' }).end(manner.body)
    if (manner.is === 'redirect') response.writeHead(307, { location: manner.to }).end()
    return ['status', 'raw', 'redirect'].includes(manner.is)
  }
  const server = createServer(
    (request, response) => void answer(request, response).catch(() => send(response, 400, { responseCode: 1, errorCode: 5, data: null })),
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    /** Every hash that was asked for, in order. */
    asked,
    pay,
    behave,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type MadeUpBank = Awaited<ReturnType<typeof openMadeUpBank>>

/** What a Thai bank knows a bill by. */
function billOf(payload: string): string | undefined {
  const read = readPromptPay(payload)
  return read.ok && read.value.receiver.kind === 'biller' ? `${read.value.receiver.billerId} ${read.value.receiver.ref1}` : undefined
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
