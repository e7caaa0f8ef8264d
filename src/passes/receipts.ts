import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type AreaCode, type StateCode, stateOfArea } from '../kernel/code.ts'
import type { Language, Text } from '../kernel/language.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import { areaNamed, type Registry } from '../places/registry.rules.ts'
import { inTransaction } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import { findApplication } from './application.store.ts'
import { inNameOf } from './issuing.ts'
import type { ReceiptData } from './page/receipt.ts'
import type { PassServices } from './pass-services.ts'
import { officeOfReceipt } from './receipt.rules.ts'

type Paid = {
  readonly office: AreaCode
  readonly receipt: string | null
  readonly paidAt: Instant | null
  readonly fee: { readonly amount: number; readonly currency: string; readonly instrument: string } | null
  readonly applicationNumber: string
}

/** What the receipt says; refused while there is none. */
export function receiptOf(
  { registry, mode }: { readonly registry: Registry; readonly mode: string },
  { office, receipt, paidAt, fee, applicationNumber }: Paid,
  language: Language,
): Outcome<ReceiptData> {
  if (receipt === null || paidAt === null || fee === null) return refuse('application.not-paid')
  const instrument = registry.instruments.find(({ id }) => id === fee.instrument)?.title ?? sameIn(fee.instrument)
  const taken = officeWords(registry, officeOfReceipt(receipt) ?? office, civilDateAt(paidAt, borderZone))
  return accept({ receipt, office: taken, fee, instrument, paidAt, applicationNumber, language, demonstration: mode === 'demonstration' })
}

/** For whoever may read the case. */
export function readReceipt(services: PassServices, actor: Actor, id: HolderBoundId, language: Language): Promise<Outcome<ReceiptData>> {
  return inTransaction<Outcome<ReceiptData>>(services.database, inNameOf(services, actor), async (tx) => {
    const application = await findApplication(tx, id)
    if (!application || !may(actor.grants, 'application.read', areaPlace(application.office), services.now()).ok)
      return refuse('application.not-found')
    const { followNumber } = application
    return receiptOf(
      { registry: services.registry.current, mode: services.mode },
      { ...application, applicationNumber: followNumber ?? application.id },
      language,
    )
  })
}

/** As it was called on the day, and as the screens name it: in the area's own language, and in Latin for the others. */
function officeWords(registry: Registry, office: AreaCode, on: CivilDate): Text {
  const name = areaNamed(registry, office, on)?.name ?? { en: office, native: office }
  const own: Partial<Record<StateCode, Language>> = { KH: 'km', TH: 'th' }
  return { ...sameIn(name.en), ...(own[stateOfArea(office)] && { [own[stateOfArea(office)] ?? 'en']: name.native }) }
}
const sameIn = (text: string): Text => ({ km: text, th: text, en: text })
