import type { Language } from '../kernel/language.ts'
import type { Refusal } from '../kernel/outcome.ts'
import { type ProblemCode, problemRule } from '../kernel/problem.ts'
import { sayProblem } from '../words/problems.ts'

/** A new problem does not compile until someone chooses its HTTP status. */
export const problemStatus = {
  'request.malformed': 400,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.not-found': 404,
  'request.method': 405,
  'request.id-reused': 409,
  'server.unavailable': 503,
  'server.fault': 500,
  'time.invalid': 400,
  'area.unknown': 422,
  'point.unknown': 404,
  'office.unknown': 422,
  'table.encoding': 422,
  'table.columns': 422,
  'table.row-malformed': 422,
  'table.row-duplicate': 422,
  'table.weekday-unknown': 422,
  'table.hour-invalid': 422,
  'table.date-invalid': 422,
  'table.empty': 422,
  'table.unresolved': 422,
  'table.contradicts': 409,
  'applicant.malformed': 422,
  'applicant.name-characters': 422,
  'applicant.name-too-long': 422,
  'applicant.birth-date': 422,
  'applicant.guardian-missing': 422,
  'applicant.address-not-eligible': 422,
  'applicant.address-not-served': 422,
  'applicant.nationality': 422,
  'applicant.photo-unreadable': 422,
  'applicant.has-live-pass': 409,
  'applicant.has-open-application': 409,
  'applicant.identity-differs': 409,
  'application.not-found': 404,
  'application.not-paid': 409,
  'application.already-paid': 409,
  'application.not-approved': 409,
  'application.already-approved': 409,
  'application.already-signed': 409,
  'application.closed': 409,
  'fee.amount': 422,
  'mandate.none': 403,
  'mandate.not-started': 403,
  'mandate.ended': 403,
  'mandate.revoked': 403,
  'mandate.area': 403,
  'mandate.power': 403,
  'pass.not-found': 404,
  'pass.already-revoked': 409,
  'pass.already-suspended': 409,
  'pass.not-suspended': 409,
  'pass.not-active': 409,
  'person.not-found': 404,
  'session.none': 401,
  'session.idle': 401,
  'session.origin': 403,
  'session.too-many': 429,
  'sign-in.failed': 401,
  'sign-in.gesture': 401,
  'invitation.invalid': 404,
  'authority.role': 403,
  'authority.not-started': 403,
  'authority.ended': 403,
  'authority.revoked': 403,
  'authority.place': 403,
  'authority.moved': 503,
  'authority.same-hands': 403,
  'authority.own-case': 403,
  'authority.two-people': 403,
  'staff.not-found': 404,
  'staff.role-place': 422,
  'staff.role-not-yours': 403,
  'staff.dates': 422,
  'staff.last-way-in': 409,
  'signature.list-not-found': 404,
  'signature.list-changed': 409,
  'signature.list-used': 409,
  'signature.list-too-long': 422,
  'signature.gesture': 403,
  'mandate.not-found': 404,
  'mandate.already-revoked': 409,
  'revocation.not-found': 404,
  'revocation.done': 409,
  'print.not-found': 404,
  'print.busy': 429,
  'print.nothing': 409,
  'print.not-ready': 409,
  'print.ended': 409,
  'print.page-failed': 422,
  'search.too-many': 429,
  'search.too-wide': 422,
  'document.not-a-pass': 422,
  'movement.in-future': 422,
  'movement.too-old': 422,
  'movement.repeat': 409,
  'movement.not-found': 404,
} as const satisfies Record<ProblemCode, number>

/** RFC 9457, with what our refusals add: the code, the rule, the instruments behind it, what to do next. */
export type ProblemDocument = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly rule: string
  readonly instruments: readonly string[]
  readonly next: string
  readonly about?: Readonly<Record<string, string | number>>
}

export function problemDocument(refusal: Refusal, language: Language): ProblemDocument {
  const { code, about, instruments = [] } = refusal
  const { title, next } = sayProblem(refusal, language)
  return {
    type: `https://spean.example/problems/${code}`,
    title,
    status: problemStatus[code],
    detail: title,
    code,
    rule: problemRule[code],
    instruments,
    next,
    ...(about && { about }),
  }
}
