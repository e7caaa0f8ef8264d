import { sql } from 'kysely'
import { borderZone, civilDateAt, type Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'

/** Keeps that `account` looked at a person's record: once a subject, place and day, with how often. The chief of that place sees it (docs/security.md). `subject` is an id or a list's name, never a name of a person. */
export const recordRead = (tx: Tx, { subject, ...read }: { account: string; subject: string; place: string; at: Instant }): Promise<void> =>
  recordReads(tx, { ...read, subjects: [subject] })

/** A list of them: each once, in one order always, so that two readings of one list never wait for each other in a ring. */
export async function recordReads(tx: Tx, read: { account: string; subjects: readonly string[]; place: string; at: Instant }): Promise<void> {
  const { account, place, at } = read
  const subjects = [...new Set(read.subjects)].sort()
  if (subjects.length === 0) return
  const day = civilDateAt(at, borderZone)
  await tx
    .insertInto('person_read')
    .values(subjects.map((subject) => ({ day, account, subject, place, n: 1, first_at: at, last_at: at })))
    .onConflict((conflict) =>
      conflict.columns(['day', 'account', 'subject', 'place']).doUpdateSet({ n: sql<number>`person_read.n + 1`, last_at: at }),
    )
    .execute()
}
