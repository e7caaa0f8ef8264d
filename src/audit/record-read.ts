import { sql } from 'kysely'
import { borderZone, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'

/** Keeps that `account` looked at a person's record: once a subject, place and day, with how often. The chief of that place sees it (docs/security.md). `subject` is an id or a list's name, never a name of a person. */
export async function recordRead(tx: Tx, read: { account: string; subject: string; place: string; at: Instant }): Promise<void> {
  const { account, subject, place, at } = read
  await tx
    .insertInto('person_read')
    .values({ day: civilDateAt(at, borderZone), account, subject, place, n: 1, first_at: at, last_at: at })
    .onConflict((conflict) =>
      conflict.columns(['day', 'account', 'subject', 'place']).doUpdateSet({ n: sql<number>`person_read.n + 1`, last_at: at }),
    )
    .execute()
}
