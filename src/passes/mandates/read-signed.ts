import { recordRead } from '../../audit/record-read.ts'
import type { Actor } from '../../identity/actor.rules.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Instant } from '../../kernel/time.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { type Reach, reachesOf, reachOfOffice } from './reach.rules.ts'
import { countSigned, listSigned, type Selection, type SignedCount, type SignedPass } from './signed-passes.queries.ts'
import type { Subject } from './subject.rules.ts'

/** `office` undefined: everything within the person's authority. */
export type AskSigned = { readonly of: Subject; readonly from: Instant; readonly until: Instant; readonly office: AreaCode | undefined }
/** `holder` null: the person may know that the pass was signed, and not whose it is. */
export type ShownPass = Omit<SignedPass, 'holder'> & { readonly holder: SignedPass['holder'] | null }
export type SignedCounts = { readonly asOf: Instant; readonly count: number; readonly live: number; readonly parts: readonly SignedCount[] }

/** Passes of one file for a spreadsheet; more than that must be asked for office by office or month by month. */
export const csvRowsMax = 100_000

/** Exactly how many passes were signed under an instrument's mandates, or handled by one person, between two instants, `until` not counted. `live`: good or suspended. */
export function countSignedPasses(issuing: Issuing, actor: Actor, asked: AskSigned): Promise<Outcome<SignedCounts>> {
  return within(issuing, actor, asked, async (tx, selection) => {
    const parts = await countSigned(tx, selection)
    const sum = (some: readonly SignedCount[]) => some.reduce((total, { count }) => total + count, 0)
    const live = sum(parts.filter(({ state }) => state === 'active' || state === 'suspended'))
    return accept({ asOf: issuing.now(), count: sum(parts), live, parts })
  })
}

/** A page of these passes in the order of signing; reading them is itself kept, once for each list and day. `after`: the last page's last number. */
export function listSignedPasses(
  issuing: Issuing,
  actor: Actor,
  asked: AskSigned,
  page: { after: string | undefined; limit: number },
): Promise<Outcome<ShownPass[]>> {
  return within(issuing, actor, asked, async (tx, selection, reaches) => {
    const passes = await listSigned(tx, selection, page)
    if (!passes) return refuse('pass.not-here')
    const at = issuing.now()
    for (const { place } of passes.length > 0 ? reaches : [])
      await recordRead(tx, { account: actor.account, subject: subjectRead(asked.of), place: place.id, at })
    const readable = new Map<string, boolean>()
    const mayRead = (office: AreaCode) => {
      const known = readable.get(office) ?? may(actor.grants, 'pass.read', areaPlace(office), at).ok
      readable.set(office, known)
      return known
    }
    return accept(passes.map((pass) => ({ ...pass, holder: mayRead(pass.office) ? pass.holder : null })))
  })
}

/** All of them for a file. Refused when there are more than a file holds. */
export async function exportSignedPasses(issuing: Issuing, actor: Actor, asked: AskSigned): Promise<Outcome<ShownPass[]>> {
  const listed = await listSignedPasses(issuing, actor, asked, { after: undefined, limit: csvRowsMax + 1 })
  return listed.ok && listed.value.length > csvRowsMax ? refuse('search.too-wide', { about: { max: csvRowsMax } }) : listed
}

/** What the record of readings names. */
const subjectRead = (of: Subject): string => ('instrument' in of ? `passes of ${of.instrument}` : `passes handled by ${of.account}`).slice(0, 100)

async function within<T>(
  issuing: Issuing,
  actor: Actor,
  { of, from, until, office }: AskSigned,
  work: (tx: Tx, selection: Selection, reaches: readonly Reach[]) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (from >= until) return refuse('time.invalid', { about: { from, until } })
  const named = office === undefined ? undefined : reachOfOffice(actor, 'mandate.passes', office, issuing.now())
  if (named && !named.ok) return named
  const reaches = named ? [named.value] : reachesOf(actor, 'mandate.passes')
  const offices = reaches.flatMap((reach) => reach.offices)
  return inTransaction(issuing.database, inNameOf(issuing, actor), (tx) => work(tx, { of, from, until, offices }, reaches))
}
