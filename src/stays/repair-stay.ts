import { recordEvent } from '../audit/record-event.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import { findPoint } from '../places/registry.rules.ts'
import { rollBackOn } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import { cleanText } from '../portal/complaint.rules.ts'
import { dayAt, isOver, lawfulDays, type StayOnRecord } from './lawful.rules.ts'
import { decideRepair, type Repair, type RepairBasis } from './repair.rules.ts'
import { repairsOf, staysOf, type TypedDocument, takeHolderInHand } from './stay.queries.ts'
import { insertRepair } from './stay.store.ts'
import { inNameOf, pointsOf, reckoningOf, type StayCommand, type Stays, saidBefore, saidOf, staysFor } from './stay-services.ts'

export type RepairStay = StayCommand & {
  readonly document: TypedDocument
  readonly stay: number
  readonly at: Instant
  readonly point: string
  readonly basis: RepairBasis
  readonly evidence: string
}
export type Repaired = Repair & { readonly stay: number; readonly again: boolean }

/** Writes beside a stay what was found out about the end that no gate recorded. No fine follows from it, and the stay stays as it was recorded. */
export async function repairStay(stays: Stays, command: RepairStay): Promise<Outcome<Repaired>> {
  const { requestId, actor, document, at, basis } = command
  const evidence = cleanText(command.evidence)
  if (evidence === '') return refuse('request.malformed', { about: { where: 'body/evidence', why: 'nothing in it can be read' } })
  const point = findPoint(stays.registry.current, command.point)?.id
  if (!point) return refuse('point.unknown')
  const said = saidOf([document, command.stay, at, point, basis, evidence])
  return rollBackOn(stays.database, inNameOf(stays, actor), async (tx) => {
    const holder = await takeHolderInHand(tx, stays.state, document)
    const all = holder ? await staysOf(tx, holder, { lock: true, all: true }) : []
    const stay = staysFor(stays, actor, 'stay.repair', all).find(({ number }) => number === command.stay)
    if (!holder || !stay) return refuse('stay.not-found')
    const before = await saidBefore(tx, requestId, ['StayRepaired'], said)
    if (before && !before.ok) return before
    const known = (await repairsOf(tx, holder)).get(stay.number)
    if (before) return known ? accept({ ...known, stay: stay.number, again: true }) : refuse('stay.not-found')
    const beside = (by: number) => all.find(({ number }) => number === stay.number + by) ?? null
    const now = stays.now()
    const around = { state: stays.state, now, repaired: known !== undefined, previous: beside(-1), next: beside(1) }
    const missing = decideRepair(stay, at, around)
    if (!missing.ok) return missing
    const repair = { missing: missing.value, at, point, basis, evidence, inTime: wasInTime(stays, stay, at), repairedAt: now }
    await insertRepair(tx, { holder, number: stay.number }, { ...repair, repairedBy: actor.account })
    const told = { said, stay: stay.number, missing: missing.value, at, point, basis, inTime: repair.inTime }
    const place = pointsOf(stay)[0] ?? point
    await recordEvent(tx, {
      id: requestId,
      cell: cellOf(holder),
      type: 'StayRepaired',
      subject: holder,
      actor: actor.account,
      at: now,
      body: told,
      place,
    })
    return accept({ ...repair, stay: stay.number, again: false })
  })
}

/** Was a stay that began at a gate, and ended then, within its days? Null where the law set none, or the beginning is what was missing. */
export function wasInTime(stays: Stays, stay: StayOnRecord, endedAt: Instant): boolean | null {
  const reckoning = reckoningOf(stays)
  const { until } = lawfulDays(reckoning, stay, endedAt)
  if (until === null || stay.opened === null) return null
  return dayAt(endedAt) < until || !isOver(reckoning, { point: stay.opened.point, until, document: stay.document }, endedAt)
}
