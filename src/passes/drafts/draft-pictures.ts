import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { inTransaction, rollBackOn } from '../../platform/database.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { deleteDraftPicture, findDraftPicture, listDraftPictures, type PictureName, saveDraftPicture } from '../paper-picture.store.ts'
import { prepareSheet } from '../photo.ts'
import { visibleDraft } from './keep-draft.ts'

type About = { readonly actor: Actor; readonly draft: string; readonly name: PictureName }

/** Keeps a paper's picture with the draft, drawn anew by a worker. Sent twice it is there once. */
export async function keepDraftPicture(issuing: Issuing, { actor, draft, name }: About, bytes: Uint8Array): Promise<Outcome<PictureName>> {
  const at = issuing.now()
  // Nobody's picture is decoded for a draft that they do not see.
  const seen = await inTransaction(issuing.database, inNameOf(issuing, actor), (tx) => visibleDraft(tx, actor, draft, issuing))
  if (!seen) return refuse('draft.not-found')
  const prepared = await prepareSheet(bytes)
  if (!prepared.ok) return prepared
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    if (!(await visibleDraft(tx, actor, draft, issuing, 'locked'))) return refuse('draft.not-found')
    await saveDraftPicture(tx, draft, { ...name, picture: prepared.value.sheet, at })
    return accept(name)
  })
}

export function dropDraftPicture(issuing: Issuing, { actor, draft, name }: About): Promise<Outcome<PictureName>> {
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    if (!(await visibleDraft(tx, actor, draft, issuing))) return refuse('draft.not-found')
    await deleteDraftPicture(tx, draft, name)
    return accept(name)
  })
}

export function readDraftPicture(issuing: Issuing, { actor, draft, name }: About): Promise<Outcome<Buffer>> {
  const at = issuing.now()
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const kept = await visibleDraft(tx, actor, draft, issuing)
    const found = kept && (await findDraftPicture(tx, draft, name))
    if (!found) return refuse('draft.not-found')
    await recordRead(tx, { account: actor.account, subject: `draft ${draft}`, place: kept.office, at })
    return accept(found.picture)
  })
}

export function readDraftPictures(issuing: Issuing, actor: Actor, draft: string): Promise<Outcome<readonly PictureName[]>> {
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) =>
    (await visibleDraft(tx, actor, draft, issuing)) ? accept(await listDraftPictures(tx, draft)) : refuse('draft.not-found'),
  )
}
