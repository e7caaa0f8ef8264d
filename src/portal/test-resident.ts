import { randomInt } from 'node:crypto'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { readOperatingParameters } from '../instruments/operating-parameters.ts'
import type { Instant } from '../kernel/time.ts'

export type Said = { readonly status: number; readonly body: Record<string, unknown>; readonly text: string }
export const morning = '2026-11-20T09:00:00+07:00'
/** Of the documentation's network, so that each test has addresses of its own. */
export const anyAddress = (): string => `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(256)}`

/** An instance, its office, and residents with a phone. */
export async function openResident(options: { listen?: boolean } = {}) {
  const open = await openTestInstance({ now: morning, ...options })
  const desk = openDesk(open)
  async function send(path: string, payload: object | string, from = anyAddress()): Promise<Said> {
    const answer = await open.server.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      remoteAddress: from,
      headers: { 'content-type': 'application/json' },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })
    const isJson = answer.headers['content-type']?.toString().includes('json')
    return { status: answer.statusCode, body: isJson ? (answer.json() as Record<string, unknown>) : {}, text: answer.payload }
  }
  /** An application at the counter, and what its resident is told to keep. */
  async function apply(index: number, office = 'KH:0109') {
    const applied = await desk.apply({}, office, index)
    if (applied.status !== 201) throw new Error(applied.body)
    const [id, number] = [String(applied.body['id']), String(applied.body['followNumber'])]
    const { rows } = await open.administrator.query<{ born: string; national_id: string; local_name: string; family_name: string }>(
      'select p.birth_date as born, p.national_id, p.local_name, p.family_name from person p join application a on a.person_id = p.id where a.id = $1',
      [id],
    )
    const person = rows[0]
    if (!person) throw new Error('no person')
    return { id, number, birthDate: person.born, person }
  }
  const follow = (known: { number: string; birthDate: string }, from?: string) =>
    send('follow', { number: known.number, birthDate: known.birthDate }, from)
  /** As if this address, which has written once, had so many writings of today left. */
  async function leaveWritings(from: string, left: number): Promise<void> {
    const most = readOperatingParameters()('portal.writings-per-day-max', morning as Instant)
    const { rowCount } = await open.administrator.query('update portal_limit set points = $1 where key = $2', [most - left, `written:${from}`])
    if (rowCount !== 1) throw new Error(`${from} has written nothing`)
  }
  return { open, desk, send, apply, follow, leaveWritings }
}
