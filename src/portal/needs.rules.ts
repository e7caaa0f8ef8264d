import { type CaseKind, caseKinds, type Law, lawOn, type PaperLine } from '../instruments/law.rules.ts'
import { type AreaCode, type InstrumentId, liesIn, nationalityOf, type StateCode } from '../kernel/code.ts'
import { accept, type Outcome } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { assessResidence } from '../passes/applicant.rules.ts'
import { feeOf } from '../passes/fee.rules.ts'

export type Price = { readonly amount: number; readonly currency: string; readonly instrument: InstrumentId }
export type PriceLine = { readonly kind: CaseKind; readonly fee: Price | null }
/** What a case takes, each with the text behind it. */
export type Needs = {
  readonly kind: CaseKind
  readonly fee: Price | null
  readonly papers: { readonly lines: readonly PaperLine[]; readonly instrument: InstrumentId } | null
  readonly due: { readonly workingDaysMax: number; readonly workingDaysTarget: number; readonly instrument: InstrumentId } | null
  readonly ages: { readonly onParentsPassUnder: number; readonly guardianUnder: number; readonly instrument: InstrumentId } | null
  readonly validity: { readonly yearsMax: number; readonly instrument: InstrumentId } | null
  readonly offices: readonly AreaCode[]
}

/** Every price there is. Nothing else is charged. */
export const priceTable = (law: Law, state: StateCode, date: CivilDate): PriceLine[] =>
  caseKinds.map((kind) => ({ kind, fee: priceOf(law, state, kind, date) }))

function priceOf(law: Law, state: StateCode, kind: CaseKind, date: CivilDate): Price | null {
  const fee = feeOf(law, state, kind, date)
  return fee ? { ...fee.value, instrument: fee.instrument } : null
}

/** What somebody who lives there brings, pays and waits for, and at which offices; or why no office serves them. */
export function needsOf(
  law: Law,
  state: StateCode,
  asked: { readonly kind: CaseKind; readonly homeArea: AreaCode; readonly offices: readonly AreaCode[]; readonly date: CivilDate },
): Outcome<Needs> {
  const { kind, homeArea, date } = asked
  const offices = asked.offices.filter((office) => liesIn(homeArea, office))
  const refused = assessResidence(law, state, homeArea, { homeArea, nationality: nationalityOf[state] }, date)
  if (refused) return refused
  const [papers, due, ages, validity] = [
    lawOn(law, 'application.papers', state, date),
    lawOn(law, 'application.due', state, date),
    lawOn(law, 'applicant.age', state, date),
    lawOn(law, 'pass.validity', state, date),
  ]
  return accept({
    kind,
    fee: priceOf(law, state, kind, date),
    papers: papers ? { lines: papers.value[kind], instrument: papers.instrument } : null,
    due: due ? { ...due.value, instrument: due.instrument } : null,
    ages: ages ? { ...ages.value, instrument: ages.instrument } : null,
    validity: validity ? { ...validity.value, instrument: validity.instrument } : null,
    offices,
  })
}
