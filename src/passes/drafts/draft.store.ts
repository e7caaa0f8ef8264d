import { sql } from 'kysely'
import type { AreaCode } from '../../kernel/code.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Tx } from '../../platform/database.ts'
import { passWishes } from '../about-pass.rules.ts'
import type { DraftBody, DraftRow } from './draft.api.ts'

export type Draft = {
  readonly id: string
  readonly office: AreaCode
  readonly version: number
  readonly body: DraftBody
  readonly photo: Buffer | null
  readonly changedAt: Instant
  readonly changedBy: string
  readonly source: DraftRow['source']
}

/** One that was refused only answers whoever follows its number; to the office it is gone. */
const waiting = (tx: Tx, id: string) => tx.selectFrom('application_draft').selectAll().where('id', '=', id).where('refused_at', 'is', null)

/** Locks the row: two clerks who save one draft wait for each other, and the second is told. */
export async function findDraftForUpdate(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await waiting(tx, id).forUpdate().executeTakeFirst()
  return row && toDraft(row)
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await waiting(tx, id).executeTakeFirst()
  return row && toDraft(row)
}

/** What drafts of before do not hold. */
const addedLater = { papers: '', livesSince: '', proofDate: '' }

type Row = {
  readonly id: string
  readonly office: string
  readonly version: number
  readonly body: object
  readonly photo: Buffer | null
  readonly changed_at: string
  readonly changed_by: string
  readonly source: string
}
const toDraft = ({ id, office, version, body, photo, changed_at, changed_by, source }: Row): Draft => ({
  id,
  office: office as AreaCode,
  version,
  // Written by this program in its own form (draft.api.ts).
  body: { ...addedLater, ...(body as DraftBody) },
  photo,
  changedAt: changed_at as Instant,
  changedBy: changed_by,
  source: source as Draft['source'],
})

export type SavedDraft = Pick<Draft, 'id' | 'office' | 'body' | 'photo'> & { readonly at: Instant; readonly by: string }

export async function insertDraft(tx: Tx, { id, office, body, photo, at, by }: SavedDraft, source: 'desk' | 'correction'): Promise<void> {
  await tx
    .insertInto('application_draft')
    .values({ id, office, body: JSON.stringify(body), photo, version: 1, made_at: at, changed_at: at, changed_by: by, source })
    .execute()
}

/** What a resident sent: marked, with what was sent, unreadable, and the birth date that opens it to them. */
export async function insertOnlineDraft(tx: Tx, draft: SavedDraft & { readonly said: string; readonly born: string }): Promise<void> {
  const { id, office, body, photo, at, by, said, born } = draft
  const written = { version: 1, made_at: at, changed_at: at, changed_by: by, source: 'online', said, born }
  await tx
    .insertInto('application_draft')
    .values({ id, office, body: JSON.stringify(body), photo, ...written })
    .execute()
}

export async function updateDraft(tx: Tx, { id, body, photo, at, by }: SavedDraft): Promise<void> {
  await tx
    .updateTable('application_draft')
    .set({
      body: JSON.stringify(body),
      ...(photo && { photo }),
      version: sql<number>`version + 1`,
      changed_at: at,
      changed_by: by,
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('application_draft').where('id', '=', id).where('refused_at', 'is', null).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Of what was sent, only what it was for stays, beside the reason; the birth date and the number open it. */
export async function emptyRefusedDraft(tx: Tx, { id, body }: Draft, { at, by, reason }: { at: Instant; by: string; reason: string }): Promise<void> {
  await tx.deleteFrom('draft_picture').where('draft', '=', id).execute()
  const rest = JSON.stringify({ replaces: body.replaces === '' ? '' : 'yes' })
  await tx
    .updateTable('application_draft')
    .set({ body: rest, photo: null, changed_at: at, changed_by: by, refused_at: at, reason })
    .where('id', '=', id)
    .execute()
}

/** An office's drafts, the latest first, by the name that was typed, and by the pass that a case is about. */
export async function listDrafts(tx: Tx, office: string, limit: number): Promise<DraftRow[]> {
  const rows = await tx
    .selectFrom('application_draft')
    .select([
      'id',
      sql<string>`coalesce(nullif(body->>'localName', ''), trim(concat_ws(' ', body->>'familyName', body->>'givenName')))`.as('name'),
      'version',
      'changed_at as changedAt',
      'changed_by as changedBy',
      sql<DraftRow['source']>`source`.as('source'),
      sql<string | null>`body->>'cause'`.as('cause'),
      sql<string | null>`body->>'replaces'`.as('replaces'),
    ])
    .where('office', '=', office)
    .where('refused_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ cause, replaces, ...row }) => {
    const wish = passWishes.find((each) => each === cause)
    return { ...row, about: wish ? { wish, number: replaces ?? '' } : null }
  })
}
