import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { brokeUnique, inTransaction, type Tx } from '../platform/database.ts'
import { asResident, type Portal } from './portal-services.ts'

const drawsMax = 50

/**
 * Writes what a resident sent, once: what came before with the same id and the same words is answered as it was, the same id with other words is refused.
 * A number that was drawn before is drawn again.
 */
export async function writeOnce<T>(
  portal: Portal,
  table: 'lost_report' | 'complaint',
  { before, write }: { before(tx: Tx): Promise<T | undefined>; write(tx: Tx): Promise<T> },
): Promise<Outcome<T>> {
  for (let draw = 1; ; draw += 1)
    try {
      return await inTransaction(portal.database, asResident(portal), async (tx) => accept((await before(tx)) ?? (await write(tx))))
    } catch (error) {
      if (brokeUnique(error, `${table}_number_key`) && draw < drawsMax) continue
      if (!brokeUnique(error, `${table}_pkey`)) throw error
      const again = await inTransaction(portal.database, asResident(portal), before)
      return again ? accept(again) : refuse('request.id-reused')
    }
}
