// How the matrix asks, and how it reads an answer: let in, kept out, or told no more than of an id that is not there.
import type { Holder, Matrix, OfficeCase } from './test-authority.ts'

export type Request = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: object }
export type Answer = { readonly status: number; readonly code: string; readonly body: string }
export const randomId = '01980000-0000-7000-8000-00000000dead'
export const randomNumber = 'KH01109999999'
export const instrument = 'kh/order-2024-01-01'
export const span = 'from=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z'

export const get = (url: string): Request => ({ method: 'GET', url })
export const post = (url: string, payload: object): Request => ({ method: 'POST', url, payload })
export const searchFor = ({ familyName, birthDate }: Pick<OfficeCase, 'familyName' | 'birthDate'>): Request =>
  post('/api/v1/people/search', { familyName, birthDate })

/** A request by somebody, or by nobody. */
export async function ask({ open }: Pick<Matrix, 'open'>, holder: Pick<Holder, 'headers'> | undefined, request: Request): Promise<Answer> {
  const { method, url, payload } = request
  const answer = await open.server.inject({ method, url, headers: { ...holder?.headers }, ...(payload && { payload }) })
  const isProblem = answer.headers['content-type']?.toString().includes('problem+json') === true
  return { status: answer.statusCode, code: isProblem ? (answer.json() as { code: string }).code : '', body: answer.payload }
}
const notFound = [
  'application.not-found',
  'charge.not-found',
  'pass.not-found',
  'pass.not-here',
  'staff.not-found',
  'point.unknown',
  'complaint.not-found',
  'report.not-found',
  'movement.not-found',
  'referral.not-found',
  'stay.not-found',
  'rebuttal.not-found',
  'order.not-found',
]
/** The closed set of answers that keep somebody out; any other was let in. */
export const isKeptOut = ({ status, code }: Answer): boolean =>
  status === 401 || (status === 403 && code.startsWith('authority.')) || (status === 404 && notFound.includes(code))

/** Ids differ, nothing else may. */
export const blind = (body: string, request: Request): string => {
  const said = [request.url, JSON.stringify(request.payload ?? '')].join(' ')
  const ids = said.match(/[0-9a-f]{8}-[0-9a-f-]{27}|KH\d{11}|kh-th\/[a-z-]+/g) ?? []
  return ids.reduce((text, id) => text.replaceAll(id, 'ID'), body)
}
