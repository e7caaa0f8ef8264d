import { sql } from 'kysely'
import type { Actor } from '../identity/actor.rules.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { type Application, findApplications } from './application.store.ts'
import { type Flag, flagsOf } from './flags.rules.ts'
import { inNameOf } from './issuing.ts'
import { type LikenessSearch, likenessOfCase } from './likeness.rules.ts'
import { caseKindOf, faultsOfSeen } from './papers.rules.ts'
import type { PassServices } from './pass-services.ts'
import { byPhone } from './separation.rules.ts'

export type FlagServices = Pick<PassServices, 'database' | 'calendar' | 'parameters' | 'law' | 'state' | 'now'>
type History = {
  readonly id: string
  readonly refused: number
  readonly suspected: number
  readonly stopped: number
  readonly taken_in_hour: number
  readonly searches: readonly LikenessSearch[]
  readonly identity_corrected: boolean
}

/** The flags of each of these cases, all facts in one query. Only of cases that the caller has loaded as its own login sees them. */
export async function flagsOfCases(tx: Tx, services: FlagServices, cases: readonly Application[]): Promise<ReadonlyMap<string, readonly Flag[]>> {
  if (cases.length === 0) return new Map()
  const ids = cases.map(({ id }) => id)
  const { rows } = await sql<History>`select * from application_history(${[...new Set(ids.map(cellOf))]}::smallint[], ${ids}::uuid[])`.execute(tx)
  const histories = new Map(rows.map((row) => [row.id, row]))
  const at = services.now()
  const limits = {
    calendar: services.calendar,
    opens: services.parameters('office.opens-hour', at),
    closes: services.parameters('office.closes-hour', at),
    casesPerHour: services.parameters('clerk.cases-per-hour', at),
  }
  return new Map(
    cases.map((each) => {
      const history = histories.get(each.id)
      const counts = {
        refused: history?.refused ?? 0,
        suspected: history?.suspected ?? 0,
        stopped: history?.stopped ?? 0,
        takenInHour: Number(history?.taken_in_hour ?? 0),
      }
      const about = {
        kind: caseKindOf(each.kind, each.cause),
        date: civilDateAt(each.submittedAt, borderZone),
        birthDate: each.applicant.birthDate,
      }
      const said = { papers: each.papers, residence: { since: each.livesSince, proofOn: each.proofOn } }
      const near = likenessOfCase(history?.searches ?? [])
      const alike = {
        isLikeOthers: near.length > 0,
        notSaid: near.filter(({ isSaid }) => !isSaid).length,
        noLongerAlike: near.filter(({ isStill }) => !isStill).length,
        isIdentityCorrected: history?.identity_corrected ?? false,
      }
      const seen = faultsOfSeen(services.law, services.state, about, said)
      return [each.id, flagsOf({ ...each, ...counts, ...alike, seen, isByPhone: each.hands.takenBy === byPhone }, limits)]
    }),
  )
}

/** The flags of a list's cases, in their order. They are no part of what is signed: they say where to look before. */
export function readFlags(services: FlagServices, actor: Actor, ids: readonly HolderBoundId[]): Promise<(readonly Flag[])[]> {
  return inTransaction(services.database, inNameOf(services, actor), async (tx) => {
    const flags = await flagsOfCases(tx, services, await findApplications(tx, ids))
    return ids.map((id) => flags.get(id) ?? [])
  })
}
