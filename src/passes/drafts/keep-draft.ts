import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { brokeUnique, inTransaction, rollBackOn, type Tx } from '../../platform/database.ts'
import type { HolderBoundId } from '../../platform/ids.ts'
import { findApplication } from '../application.store.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import type { DraftAnswer, DraftBody, DraftRow } from './draft.api.ts'
import { type Draft, deleteDraft, findDraft, findDraftForUpdate, insertDraft, listDrafts, updateDraft } from './draft.store.ts'

export type SaveDraft = {
  readonly actor: Actor
  /** Made by the form: saving it again under the same id changes the same draft. */
  readonly id: string
  readonly office: AreaCode
  readonly version: number
  readonly body: DraftBody
  /** Null: what is kept stays. */
  readonly photo: Buffer | null
}

const draftsShown = 100
/** An office with more has another fault: somebody, or a program, makes drafts that nobody goes on with. */
const draftsMax = 2000

/** Keeps what was typed so far. `version` is the one the form was read at: what another clerk typed since is not written over. */
export async function saveDraft(issuing: Issuing, command: SaveDraft): Promise<Outcome<Pick<Draft, 'id' | 'version'>>> {
  const { actor, id, office, version } = command
  const at = issuing.now()
  const allowed = may(actor.grants, 'application.take', areaPlace(office), at)
  if (!allowed.ok) return allowed
  const row = { ...command, at, by: actor.account }
  try {
    return await rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
      const kept = await findDraftForUpdate(tx, id)
      if (!kept && version > 0) return refuse('draft.not-found')
      if (!kept) {
        if ((await listDrafts(tx, office, draftsMax)).length >= draftsMax) return refuse('draft.too-many', { about: { max: draftsMax } })
        // Under a case's own id it is that case's correction, at its office alone.
        const corrected = await findApplication(tx, id as HolderBoundId)
        if (corrected && corrected.office !== office) return refuse('draft.not-found')
        await insertDraft(tx, row, corrected ? 'correction' : 'desk')
        return accept({ id, version: 1 })
      }
      if (kept.office !== office) return refuse('draft.not-found')
      // The same save that came twice: nothing new in it.
      if (kept.version === version + 1 && kept.changedBy === actor.account && isSame(kept, command)) return accept({ id, version: kept.version })
      if (kept.version !== version) return refuse('draft.changed', { about: { version: kept.version } })
      await updateDraft(tx, row)
      return accept({ id, version: version + 1 })
    })
  } catch (error) {
    // Of another office, which this one does not see; or twice at once.
    if (!brokeUnique(error, 'application_draft_pkey')) throw error
    return refuse('draft.changed', { about: { version: 1 } })
  }
}

const isSame = (kept: Draft, { body, photo }: SaveDraft): boolean =>
  Object.entries(body).every(([field, value]) => Reflect.get(kept.body, field) === value) && (photo === null || kept.photo?.equals(photo) === true)

export function readDraft(issuing: Issuing, actor: Actor, id: string): Promise<Outcome<DraftAnswer>> {
  const at = issuing.now()
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const draft = await visibleDraft(tx, actor, id, issuing)
    if (!draft) return refuse('draft.not-found')
    await recordRead(tx, { account: actor.account, subject: `draft ${id}`, place: draft.office, at })
    return accept({ ...draft, photo: draft.photo?.toString('base64') ?? null })
  })
}

export function discardDraft(issuing: Issuing, actor: Actor, id: string): Promise<Outcome<{ id: string }>> {
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const draft = await visibleDraft(tx, actor, id, issuing)
    if (!draft) return refuse('draft.not-found')
    // Whoever sent it follows its number, and is told why it is not taken.
    if (draft.source === 'online') return refuse('draft.from-resident')
    await deleteDraft(tx, id)
    return accept({ id })
  })
}

export async function draftsOf(issuing: Issuing, actor: Actor, office: AreaCode): Promise<Outcome<readonly DraftRow[]>> {
  const at = issuing.now()
  const allowed = may(actor.grants, 'application.take', areaPlace(office), at)
  if (!allowed.ok) return allowed
  return inTransaction(issuing.database, inNameOf(issuing, actor), async (tx) => {
    await recordRead(tx, { account: actor.account, subject: `drafts of ${office}`, place: office, at })
    return accept(await listDrafts(tx, office, draftsShown))
  })
}

/** `locked`: until the transaction ends, so that nothing is kept with a draft that ends meanwhile. */
export async function visibleDraft(tx: Tx, actor: Actor, id: string, issuing: Issuing, how: 'read' | 'locked' = 'read'): Promise<Draft | undefined> {
  const draft = await (how === 'locked' ? findDraftForUpdate : findDraft)(tx, id)
  return draft && may(actor.grants, 'application.take', areaPlace(draft.office), issuing.now()).ok ? draft : undefined
}
