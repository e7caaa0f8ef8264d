import { sql } from 'kysely'
import type { PaperKind } from '../instruments/law.rules.ts'
import type { Instant } from '../kernel/time.ts'
import type { Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { picturesPerPaperMax } from './papers.rules.ts'

export type PictureName = { readonly paper: PaperKind; readonly page: number }

/** A picture of a draft's paper; the same page again takes the place of what was there. */
export async function saveDraftPicture(tx: Tx, draft: string, { paper, page, picture, at }: PictureName & { picture: Uint8Array; at: Instant }) {
  const row = { picture: Buffer.from(picture), taken_at: at }
  await tx
    .insertInto('draft_picture')
    .values({ draft, paper, page, ...row })
    .onConflict((conflict) => conflict.columns(['draft', 'paper', 'page']).doUpdateSet(row))
    .execute()
}

export async function deleteDraftPicture(tx: Tx, draft: string, { paper, page }: PictureName): Promise<void> {
  await tx.deleteFrom('draft_picture').where('draft', '=', draft).where('paper', '=', paper).where('page', '=', page).execute()
}

export const listDraftPictures = (tx: Tx, draft: string): Promise<PictureName[]> =>
  tx
    .selectFrom('draft_picture')
    .select([sql<PaperKind>`paper`.as('paper'), 'page'])
    .where('draft', '=', draft)
    .orderBy('paper')
    .orderBy('page')
    .execute()

export const findDraftPicture = (tx: Tx, draft: string, { paper, page }: PictureName) =>
  tx.selectFrom('draft_picture').select('picture').where('draft', '=', draft).where('paper', '=', paper).where('page', '=', page).executeTakeFirst()

/** With the draft's end its pictures become the case's, behind those that are there: a correction takes none away. One more than a paper's pages is left. */
export async function moveDraftPictures(tx: Tx, draft: string, application: HolderBoundId): Promise<void> {
  const cell = cellOf(application)
  await sql`insert into paper_picture (cell, application_id, paper, page, picture, taken_at)
    select ${cell}::smallint, ${application}::uuid, d.paper, coalesce(before.n, 0) + row_number() over (partition by d.paper order by d.page), d.picture, d.taken_at
    from draft_picture d
    left join (select paper, max(page) as n from paper_picture where cell = ${cell} and application_id = ${application} group by paper) before on before.paper = d.paper
    where d.draft = ${draft} and d.page + coalesce(before.n, 0) <= ${picturesPerPaperMax}`.execute(tx)
}

export const listPictures = (tx: Tx, application: HolderBoundId): Promise<PictureName[]> =>
  tx
    .selectFrom('paper_picture')
    .select([sql<PaperKind>`paper`.as('paper'), 'page'])
    .where('cell', '=', cellOf(application))
    .where('application_id', '=', application)
    .orderBy('paper')
    .orderBy('page')
    .execute()

export const findPicture = (tx: Tx, application: HolderBoundId, { paper, page }: PictureName) =>
  tx
    .selectFrom('paper_picture')
    .select('picture')
    .where('cell', '=', cellOf(application))
    .where('application_id', '=', application)
    .where('paper', '=', paper)
    .where('page', '=', page)
    .executeTakeFirst()
