import { type CommandId, madeAtMs } from '../kernel/code.ts'
import { type Instant, instantOfMs } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import type { Cell } from '../platform/ids.ts'

export type NewEvent = {
  /** The command's id: it happens once. */
  readonly id: CommandId
  readonly cell: Cell
  /** In the past tense: 'PassSigned'. */
  readonly type: string
  readonly subject: string
  readonly actor: string
  readonly at: Instant
  readonly body: object
  /** Where the case lies, or the member of staff is at home: those who watch over the place see it. */
  readonly place: string
  /** About a member of staff: a sign-in, a role, a reading. */
  readonly aboutStaff?: boolean
}

/** Same transaction as the change it tells of: no change without its event, no event without its change. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.insertInto('event').values(toRow(event)).execute()
}

const toRow = (event: NewEvent) => ({
  cell: event.cell,
  id: event.id,
  made_at: instantOfMs(madeAtMs(event.id)),
  type: event.type,
  subject: event.subject,
  actor: event.actor,
  recorded_at: event.at,
  body: JSON.stringify(event.body),
  place: event.place,
  about_staff: event.aboutStaff ?? false,
})

/** The event a command left when it came the first time. */
export async function findEvent(tx: Tx, id: CommandId): Promise<{ type: string; subject: string; body: object } | undefined> {
  return tx
    .selectFrom('event')
    .select(['type', 'subject', 'body'])
    .where('id', '=', id)
    .where('made_at', '=', instantOfMs(madeAtMs(id)))
    .executeTakeFirst()
}

/** Does an event keep what is said now? An id that comes again says the same again. */
export const keeps = ({ body }: { readonly body: object }, says: object): boolean =>
  Object.entries(says).every(([name, value]) => Reflect.get(body, name) === value)

/** Many of one transaction, each as it would stand alone. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.insertInto('event').values(events.map(toRow)).execute()
}
