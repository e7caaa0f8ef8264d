import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { ProblemCode } from '../kernel/problem.ts'
import type { Instant } from '../kernel/time.ts'
import type { Action, Role } from './authority-lists.rules.ts'
import { type Grant, type GrantTime, timeOf } from './grant.rules.ts'
import { type Place, type Relation, relationOf } from './place.rules.ts'

const own = ['own-district'] as const
const province = ['own-district', 'own-province'] as const
/** A province's districts without its own hall: nobody answers a complaint about themselves. */
const below = ['own-province'] as const
const national = ['national'] as const
type Relations = readonly Relation[]

/** Who may do what, and where the case must lie to the role's place. What does not stand here is not allowed. */
export const authority: { readonly [R in Role]: { readonly [A in Action]?: Relations } } = {
  resident: {},
  clerk: {
    'application.take': own,
    'application.read': own,
    'application.withdraw': own,
    'pass.read': own,
    'pass.count': own,
    'person.search': own,
    'lost-report.read': own,
    'lost-report.settle': own,
  },
  cashier: {
    'application.read': own,
    'payment.request': own,
    'payment.take': own,
    'payment.read': own,
    'payment.close-day': own,
    'refund.settle': own,
  },
  reviewer: {
    'application.read': own,
    'application.review': own,
    'application.approve': own,
    'application.reject': own,
    'pass.read': own,
    'pass.count': own,
  },
  printer: { 'application.read': own, 'pass.read': own, 'pass.print': own, 'pass.hand-over': own, 'booklet.read': own },
  governor: {
    'application.read': own,
    'application.review': own,
    'application.approve': own,
    'application.reject': own,
    'pass.sign': own,
    'pass.read': own,
    'pass.suspend': own,
    'pass.revoke': own,
    'pass.count': own,
    'pass.evidence': own,
    'booklet.read': own,
    'person.search': own,
    'office.workload': own,
    'mandate.passes': own,
    'movement.count': own,
    'staff.read': own,
    'staff.events': own,
    'payment.reverse': own,
    'payment.read': own,
    'lost-report.read': own,
    'lost-report.settle': own,
  },
  'deputy-governor': {
    'application.read': own,
    'application.review': own,
    'application.approve': own,
    'application.reject': own,
    'pass.sign': own,
    'pass.read': own,
    'pass.suspend': own,
    'pass.count': own,
    'booklet.read': own,
    'movement.count': own,
    'lost-report.read': own,
    'lost-report.settle': own,
  },
  'office-administrator': {
    'pass.count': own,
    'booklet.read': own,
    'booklet.receive': own,
    'office.equip': own,
    'staff.read': own,
    'staff.invite': own,
    'staff.grant': own,
    'staff.recover': own,
    'staff.events': own,
  },
  'provincial-officer': {
    'application.read': province,
    'application.move': province,
    'office.workload': province,
    'office.equip': province,
    'pass.read': province,
    'pass.count': province,
    'booklet.read': province,
    'person.search': province,
    'movement.count': province,
    'payment.read': province,
    'lost-report.read': province,
    'complaint.read': below,
    'complaint.answer': below,
  },
  'provincial-governor': {
    'application.read': province,
    'application.move': province,
    'office.workload': province,
    'application.review': own,
    'application.approve': own,
    'application.reject': own,
    'pass.sign': own,
    'pass.read': province,
    'pass.suspend': province,
    'pass.revoke': province,
    'pass.count': province,
    'pass.evidence': province,
    'booklet.read': province,
    'person.search': province,
    'register.import': province,
    'mandate.passes': province,
    'mandate.revoke-passes': province,
    'movement.count': province,
    'watch.enter': own,
    'watch.read': own,
    'watch.clear': own,
    'watch.import': own,
    'staff.read': province,
    'staff.events': province,
    'payment.reverse': own,
    'payment.read': province,
    'lost-report.read': province,
  },
  'checkpoint-officer': {
    'verdict.ask': own,
    'movement.record': own,
    'movement.read': own,
    'movement.count': own,
    'sheet.record': own,
    'sheet.read': own,
    'shift.work': own,
    'movement.undo': own,
    'referral.decide': own,
  },
  'chief-of-point': {
    'verdict.ask': own,
    'movement.record': own,
    'movement.read': own,
    'movement.count': own,
    'sheet.record': own,
    'sheet.read': own,
    'shift.work': own,
    'movement.undo': own,
    'referral.decide': own,
    'point.lead': own,
    'watch.read': own,
    'watch.clear': own,
    'staff.read': own,
    'staff.events': own,
  },
  'patrol-leader': {},
  'unit-head': { 'staff.read': own, 'staff.events': own },
  'interior-desk': {
    'pass.read': national,
    'pass.suspend': national,
    'pass.revoke': national,
    'pass.count': national,
    'pass.evidence': national,
    'person.search': national,
    'register.import': national,
    'mandate.decide': national,
    'mandate.passes': national,
    'mandate.revoke-passes': national,
    'movement.read': national,
    'movement.count': national,
    'sheet.read': national,
    'watch.enter': national,
    'watch.read': national,
    'watch.clear': national,
    'watch.import': national,
    'staff.read': national,
  },
  'foreign-affairs-desk': { 'pass.count': national, 'movement.count': national },
  'border-secretariat-desk': { 'pass.count': national, 'movement.count': national },
  analyst: { 'pass.count': ['own-district', 'own-province', 'national'], 'movement.count': ['own-district', 'own-province', 'national'] },
  auditor: {
    'application.read': national,
    'office.workload': national,
    'pass.read': national,
    'pass.count': national,
    'pass.evidence': national,
    'booklet.read': national,
    'mandate.passes': national,
    'movement.read': national,
    'movement.count': national,
    'sheet.read': national,
    'watch.read': national,
    'staff.read': national,
    'staff.events': national,
    'operations.read': national,
    'payment.read': national,
    'lost-report.read': national,
    'complaint.read': national,
    'complaint.answer': national,
  },
  'system-administrator': {
    'staff.read': national,
    'staff.invite': national,
    'staff.grant': national,
    'staff.recover': national,
    'staff.events': national,
    'operations.read': national,
    'retention.run': national,
  },
}

/** A role counts from its first second to its last. */
export const timeAnswers = {
  before: 'authority.not-started',
  start: 'allowed',
  inside: 'allowed',
  end: 'allowed',
  after: 'authority.ended',
  revoked: 'authority.revoked',
} as const satisfies Record<GrantTime, 'allowed' | ProblemCode>

/** The cell of the table: may a role do this, with the case lying so, at such a moment of its time? */
export function answerOf(cell: { role: Role; action: Action; relation: Relation; time: GrantTime }): 'allowed' | ProblemCode {
  const where: Relations | undefined = authority[cell.role][cell.action]
  if (!where) return 'authority.role'
  const when = timeAnswers[cell.time]
  if (when !== 'allowed') return when
  return where.includes(cell.relation) ? 'allowed' : 'authority.place'
}

/** How a case may lie to the role's place for it to do this; empty: nowhere. */
export const relationsOf = (role: Role, action: Action): Relations => authority[role][action] ?? []

/** May the holder of `grants` do this to a case at `subject` now? The grant that allows it, or the refusal that came nearest. */
export function may(grants: readonly Grant[], action: Action, subject: Place | null, now: Instant): Outcome<Grant> {
  return best(grants, (grant) => answerOf({ role: grant.role, action, relation: relationOf(grant.place, subject), time: timeOf(grant, now) }))
}

/** May the holder do this anywhere at all now? What a route asks before it knows the case. */
export function mayAnywhere(grants: readonly Grant[], action: Action, now: Instant): Outcome<Grant> {
  return best(grants, (grant) => {
    const when = timeAnswers[timeOf(grant, now)]
    return authority[grant.role][action] ? when : 'authority.role'
  })
}

/** Nearest last. */
const nearness: readonly ProblemCode[] = ['authority.role', 'authority.not-started', 'authority.ended', 'authority.revoked', 'authority.place']

function best(grants: readonly Grant[], answer: (grant: Grant) => 'allowed' | ProblemCode): Outcome<Grant> {
  let nearest: ProblemCode = 'authority.role'
  for (const grant of grants) {
    const code = answer(grant)
    if (code === 'allowed') return accept(grant)
    if (nearness.indexOf(code) > nearness.indexOf(nearest)) nearest = code
  }
  return refuse(nearest)
}
