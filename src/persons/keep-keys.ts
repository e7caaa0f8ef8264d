import type { Instant } from '../kernel/time.ts'
import { type Database, inTransaction, type Tx } from '../platform/database.ts'
import { insertKeys, type KeyedPerson, saveKeys, unkeyedPeople } from './person-name-key.store.ts'

/** In the transaction that saves a person whose identity number is in hand: no person without keys, no key of a name that was put right. */
export const keepKeys = (tx: Tx, person: KeyedPerson): Promise<void> => saveKeys(tx, [person])
/** The same for somebody whose row this transaction just made. */
export const keepFirstKeys = (tx: Tx, person: KeyedPerson): Promise<void> => insertKeys(tx, [person])

const batchMax = 500

/**
 * Makes the keys that are missing: of people who were here before keys were, or whose keys older rules made. Each batch is a transaction of the migrator's,
 * so a stopped run goes on where it was. Returns for how many.
 */
export async function fillMissingKeys(migrator: Database, at: Instant, goesOn: () => boolean = () => true): Promise<number> {
  let filled = 0
  while (goesOn()) {
    const n = await inTransaction(migrator, { job: 'reference', at }, async (tx) => {
      const people = await unkeyedPeople(tx, batchMax)
      await saveKeys(tx, people)
      return people.length
    })
    filled += n
    if (n < batchMax) return filled
  }
  return filled
}

/** The same for many at once, whose identity numbers are all in hand. */
export const keepKeysOfAll = (tx: Tx, people: readonly KeyedPerson[]): Promise<void> => saveKeys(tx, people)
