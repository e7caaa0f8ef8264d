import { sql } from 'kysely'
import { findEvent, keeps, recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type Issuing, inNameOf } from './issuing.ts'
import { findPassStateForUpdate } from './pass.store.ts'
import { isOwnCase } from './separation.rules.ts'

export type AddPages = { readonly requestId: CommandId; readonly actor: Actor; readonly number: string; readonly pages: number }

/** Pages are added to the booklet that its holder has, before the pass ends (the agreement's rules, 2). One step, and on record how many by whom. */
export async function addPages(issuing: Issuing, command: AddPages): Promise<Outcome<{ number: string; pages: number }>> {
  const at = issuing.now()
  const { actor, number, pages, requestId } = command
  return rollBackOn(issuing.database, inNameOf(issuing, actor), async (tx) => {
    const pass = await findPassStateForUpdate(tx, number)
    if (!pass || !may(actor.grants, 'pass.print', areaPlace(pass.office), at).ok) return refuse('pass.not-here')
    if (isOwnCase(actor, pass)) return refuse('authority.own-case')
    const event = await findEvent(tx, requestId)
    if (event && (event.type !== 'PagesAdded' || event.subject !== number || !keeps(event, { pages })))
      return refuse('request.id-reused', { about: { id: requestId } })
    if (event) return accept({ number, pages: await pagesAdded(tx, pass.personId, number) })
    if (pass.state !== 'active') return refuse('pass.not-active')
    if (!(await hasBooklet(tx, pass.personId, number))) return refuse('application.not-produced')
    if (pass.lastDay < civilDateAt(at, borderZone)) return refuse('extension.too-late', { about: { lastDay: pass.lastDay } })
    const cell = cellOf(pass.personId)
    await tx
      .insertInto('page_addition')
      .values({ cell, id: requestId, person_id: pass.personId, pass: number, pages, added_at: at, added_by: actor.account })
      .execute()
    const body = { pages }
    await recordEvent(tx, { id: requestId, cell, type: 'PagesAdded', subject: number, actor: actor.account, place: pass.office, at, body })
    return accept({ number, pages: await pagesAdded(tx, pass.personId, number) })
  })
}

/** Signed is not made: until its booklet is there, there is nothing to add pages to. An older pass came to us as a booklet. */
async function hasBooklet(tx: Tx, personId: HolderBoundId, number: string): Promise<boolean> {
  const row = await tx
    .selectFrom('pass as p')
    .leftJoin('application as a', (join) => join.onRef('a.cell', '=', 'p.cell').onRef('a.id', '=', 'p.application_id'))
    .select(['p.handed_over_at', 'a.booklet'])
    .where('p.cell', '=', cellOf(personId))
    .where('p.number', '=', number)
    .executeTakeFirstOrThrow()
  return row.handed_over_at !== null || row.booklet !== null
}

/** Pages that were added to a pass's booklet, all in all. */
export async function pagesAdded(tx: Tx, personId: HolderBoundId, number: string): Promise<number> {
  const { pages } = await tx
    .selectFrom('page_addition')
    .select(sql<number>`coalesce(sum(pages), 0)::int`.as('pages'))
    .where('cell', '=', cellOf(personId))
    .where('pass', '=', number)
    .executeTakeFirstOrThrow()
  return pages
}
