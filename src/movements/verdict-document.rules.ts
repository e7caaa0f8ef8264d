import { lawOn } from '../instruments/law.rules.ts'
import { isStateCode } from '../kernel/code.ts'
import { type DocumentFacts, dayOf, isHomeward } from './facts.rules.ts'
import { cite, finding, type Rule } from './finding.rules.ts'

/** Codes of a credential whose signature held: what is wrong lies in its dates or its standing, which have rules of their own. */
const dated: readonly string[] = ['EXPIRED', 'NOT_YET']
const struck: readonly string[] = ['REVOKED', 'SUSPENDED']

export const isGenuine = ({ check: { outcome, code } }: DocumentFacts): boolean =>
  outcome === 'green' || dated.includes(code) || struck.includes(code)

export const genuine: Rule = (facts, { law }) => {
  const { outcome, code } = facts.document.check
  if (code === 'TYPED') return [finding('number-typed', [law.instrument])]
  if (code === 'MRZ') return [finding('mrz-read', [law.instrument])]
  if (isGenuine(facts.document)) return [finding('genuine', [law.instrument])]
  return [finding(outcome === 'amber' ? 'not-verified' : 'not-genuine', [law.instrument])]
}

export const standing: Rule = (facts, { law }) => {
  const { register, check, handedOver } = facts.document
  const said = (reason: Parameters<typeof finding>[0]) => [finding(reason, [law.instrument])]
  if (register === 'none') return []
  if (register === 'replaced') return said('replaced')
  if (register === 'revoked' || check.code === 'REVOKED') return said('revoked')
  if (register === 'suspended' || check.code === 'SUSPENDED') return said('suspended')
  if (check.outcome === 'red' && !dated.includes(check.code)) return []
  // Signed with a good key, but never entered: an insider's pass, or a lost record. A person looks.
  if (register === 'absent') return said('not-registered')
  // Signed, and by the register still in the office: taken from a drawer, or its hand-over was not written down.
  if (handedOver === false) return said(isHomeward(facts) ? 'in-office-going-home' : 'not-handed-over')
  return said(register === 'unknown' ? 'standing-unknown' : 'standing')
}

export const validity: Rule = (facts, { law }) => {
  const { check, lastDay, issuer, kind } = facts.document
  if (check.outcome === 'red' && !dated.includes(check.code) && !struck.includes(check.code)) return []
  const row = kind === 'border-pass' && issuer !== null && isStateCode(issuer) ? lawOn(law, 'pass.validity', issuer, dayOf(facts)) : undefined
  if (check.code === 'NOT_YET') return [finding('not-yet-valid', cite(row, law))]
  if (check.code === 'EXPIRED' || (lastDay !== null && dayOf(facts) > lastDay)) return [finding('expired', cite(row, law))]
  return lastDay === null ? [] : [finding('valid', cite(row, law))]
}

export const classes: Rule = (facts, { law }) => {
  const row = lawOn(law, 'document.classes', facts.state, dayOf(facts))
  const taken = facts.document.kind === 'passport' ? row?.value.passport : row?.value.borderPass
  const accepted = facts.point.class !== null && (taken?.includes(facts.point.class) ?? false)
  return [finding(accepted ? 'class-accepted' : 'class-not-accepted', cite(row, law))]
}
