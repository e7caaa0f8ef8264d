import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import type { Application } from '../application.store.ts'
import { nextBookletState } from './booklet.rules.ts'
import { findBookletForUpdate, updateBooklet } from './booklet.store.ts'

/** The number of the booklet that a case was bound to is gone for good. An extension's page lies in the booklet that its holder has: that one stays what it was. */
export async function spoilBoundBooklet(
  tx: Tx,
  { booklet: number, kind }: Pick<Application, 'booklet' | 'kind'>,
  change: { readonly at: Instant; readonly by: string; readonly reason: string },
): Promise<void> {
  if (number === null || kind === 'extension') return
  const booklet = await findBookletForUpdate(tx, number)
  const next = booklet && nextBookletState(booklet.state, 'spoil')
  if (!next?.ok) throw new Error('a bound case without its booklet')
  await updateBooklet(tx, number, { state: next.value, ...change })
}
