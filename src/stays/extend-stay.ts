import { recordEvent } from '../audit/record-event.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import type { CivilDate } from '../kernel/time.ts'
import { rollBackOn } from '../platform/database.ts'
import { cellOf } from '../platform/ids.ts'
import { cleanText } from '../portal/complaint.rules.ts'
import { decideExtension, type Extension } from './extension.rules.ts'
import { lawfulDays } from './lawful.rules.ts'
import { staysOf, type TypedDocument, takeHolderInHand } from './stay.queries.ts'
import { changeStay } from './stay.store.ts'
import { inNameOf, pointsOf, reckoningOf, type StayCommand, type Stays, saidBefore, saidOf, staysFor } from './stay-services.ts'
import { extendedDays } from './stay-view.ts'

export type ExtendStay = StayCommand & { readonly document: TypedDocument; readonly reason: string; readonly toldUntil: CivilDate | null }
export type Extended = Extension & { readonly number: number; readonly again: boolean }

/** Extends the open stay of whoever stands at the counter; of our own nationals abroad, notes what the neighbour told them. */
export function extendStay(stays: Stays, { requestId, actor, document, reason: typed, toldUntil }: ExtendStay): Promise<Outcome<Extended>> {
  const reason = cleanText(typed)
  const said = saidOf([document, reason, toldUntil])
  return rollBackOn(stays.database, inNameOf(stays, actor), async (tx) => {
    if (reason === '') return refuse('request.malformed', { about: { where: 'body/reason', why: 'nothing in it can be read' } })
    const holder = await takeHolderInHand(tx, stays.state, document)
    const [stay] = holder ? staysFor(stays, actor, 'stay.extend', await staysOf(tx, holder, { lock: true })) : []
    if (!holder || !stay) return refuse('stay.not-found')
    const shown = (extension: Extension): Extension =>
      extension.type === 'told' ? extension : { ...extension, until: extendedDays(stays, stay, extension, stays.now()) }
    const before = await saidBefore(tx, requestId, ['StayExtended', 'StayExtensionTold'], said)
    const at = stays.now()
    if (before) return before.ok ? accept({ ...shown(asItStands(stay)), number: stay.number, again: true }) : before
    const lawful = lawfulDays(reckoningOf(stays), stay, at)
    const toldBeyondDaysMax = stays.parameters('stay.told-beyond-days-max', at)
    const decided = decideExtension(stay, { state: stays.state, law: stays.law, lawful, toldUntil, toldBeyondDaysMax })
    if (!decided.ok) return decided
    const { type, until } = decided.value
    const change =
      type === 'extended'
        ? { lawful_until: until, extensions: stay.extensions + 1, extended_at: at, extended_by: actor.account }
        : { told_until: until, told_by: actor.account }
    await changeStay(tx, { holder, number: stay.number }, change)
    await recordEvent(tx, {
      id: requestId,
      cell: cellOf(holder),
      type: type === 'extended' ? 'StayExtended' : 'StayExtensionTold',
      subject: holder,
      actor: actor.account,
      at,
      body: { said, stay: stay.number, from: stay.lawfulUntil, until, reason },
      place: pointsOf(stay)[0] ?? stays.state,
    })
    return accept({ ...shown(decided.value), number: stay.number, again: false })
  })
}

/** What the first arrival of the command answered, as the stay shows it. */
function asItStands({ toldUntil, lawfulUntil }: { toldUntil: CivilDate | null; lawfulUntil: CivilDate | null }): Extension {
  return toldUntil === null ? { type: 'extended', until: lawfulUntil ?? ('' as CivilDate) } : { type: 'told', until: toldUntil }
}
