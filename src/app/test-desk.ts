import assert from 'node:assert/strict'
import type { Role } from '../identity/authority-lists.rules.ts'
import { borderZone, civilDateAt, epochMs } from '../kernel/time.ts'
import { newCommandId } from '../platform/ids.ts'
import type { TestInstance } from './test-instance.ts'

/** The parts of answers that the tests look into. */
export type Json = { readonly [key: string]: unknown } & {
  readonly verdict: { readonly outcome: string; readonly lawfulUntil: string | null; readonly findings: readonly { readonly reason: string }[] }
  readonly about: { readonly [key: string]: unknown }
  readonly facts: { readonly stay: { readonly state: string } }
  readonly holder: { readonly number: string }
  readonly paths: object
}
export type Answered = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: Json & string }
export type Who = { readonly role: Role; readonly place: string; readonly nth?: number }

/** All that anybody brings, so that no case is flagged for its papers. */
const papers = ['national-id', 'family-book', 'photo-4x6', 'guardian-consent', 'border-pass', 'police-report']

/** An office and a gate with people behind them: each step of a case is asked by the person whose it is. */
export function openDesk(open: TestInstance) {
  const id = () => newCommandId(epochMs(open.clock.now))
  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    { who, body, headers = {} }: { who?: Who; body?: object; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const session = who ? await open.as(who.role, who.place, who.nth) : {}
    const response = await open.server.inject({ method, url, headers: { ...session, ...headers }, ...(body && { payload: body }) })
    const isJson = response.headers['content-type']?.includes('json')
    return { status: response.statusCode, headers: response.headers, body: (isJson ? response.json() : response.payload) as Json & string }
  }
  const get = (url: string, who?: Who) => call('GET', url, who && { who })
  const post = (url: string, body: object, who?: Who) => call('POST', url, { body, ...(who && { who }) })
  const officer: Who = { role: 'checkpoint-officer', place: 'kh-th/poipet' }
  const at = (role: Role, place: string): Who => ({ role, place })

  async function photo(): Promise<string> {
    return (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload.toString('base64')
  }
  async function request(change: object = {}, office = 'KH:0109', index = 3): Promise<object> {
    // Lives there since birth, by a paper of today.
    const proofOn = civilDateAt(open.clock.now, borderZone)
    const [person] = (await get(`/api/v1/made-up/people?from=${index}&count=1&area=${office}`)).body as unknown as {
      applicant: { birthDate: string }
    }[]
    const asked: { birthDate?: unknown } = { ...person?.applicant, ...change }
    // Has always lived there, also who is given another birth date.
    const residence = { since: /^\d{4}-\d\d-\d\d$/.test(String(asked.birthDate)) ? asked.birthDate : null, proofOn }
    return { requestId: id(), office, applicant: { ...person?.applicant, ...change }, photo: await photo(), madeUp: true, papers, residence }
  }
  const apply = async (change: object = {}, office = 'KH:0109', index = 3) =>
    post('/api/v1/applications', await request(change, office, index), at('clerk', office))
  const pay = (application: string, office = 'KH:0109') =>
    post(`/api/v1/charges/${application}/cash`, { requestId: id(), amount: 20_000, currency: 'KHR' }, at('cashier', office))
  const approve = (application: string, office = 'KH:0109') =>
    post(`/api/v1/applications/${application}/approval`, { requestId: id() }, at('reviewer', office))

  /** Shows the list, asks the made-up governor's authenticator for a gesture over it, and sends that. */
  async function sign(applications: readonly string[], office = 'KH:0109', requestId = id()): Promise<Answered> {
    const governor = at('governor', office)
    const listed = await post('/api/v1/signing-lists', { applications }, governor)
    if (listed.status >= 300) return listed
    const options = listed.body['options'] as { challenge: string }
    const made = await post('/api/v1/demonstration/assertion', { challenge: options.challenge }, governor)
    assert.equal(made.status, 200, JSON.stringify(made.body))
    return post('/api/v1/signatures', { requestId, list: listed.body['list'], assertion: made.body }, governor)
  }

  /** A made-up person's pass, from the application to the signature, and in their hand: the booklet between the two is other tests' matter. */
  async function issue(index: number, office = 'KH:0109'): Promise<{ number: string; qrText: string; lastDay: string; application: string }> {
    const applied = await apply({}, office, index)
    const application = String(applied.body['id'])
    assert.equal((await pay(application, office)).status, 200, JSON.stringify(applied.body))
    assert.equal((await approve(application, office)).status, 200)
    const signed = await sign([application], office)
    assert.ok(signed.status < 300, JSON.stringify(signed.body))
    const number = String((await get(`/api/v1/applications/${application}`, at('governor', office))).body['passNumber'])
    await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [number])
    return {
      ...((await get(`/api/v1/passes/${number}`, at('governor', office))).body as unknown as { number: string; qrText: string; lastDay: string }),
      application,
    }
  }
  const revoke = (number: string, reason: string, office = 'KH:0109') =>
    post(`/api/v1/passes/${number}/revocation`, { requestId: id(), reason }, at('governor', office))
  return { call, get, post, id, request, apply, pay, approve, sign, issue, revoke, officer, at }
}
