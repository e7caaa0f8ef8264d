import type { Insertable } from 'kysely'
import type { AreaCode } from '../kernel/code.ts'
import { borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { Database, Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import type { Tables } from '../platform/tables.ts'
import type { PassModel, PassState } from './pass.rules.ts'
import { type PassChange, setPassStates } from './pass-state.store.ts'

export async function insertPasses(tx: Tx, rows: readonly Insertable<Tables['pass']>[]): Promise<void> {
  await tx
    .insertInto('pass_number')
    .values(rows.map(({ number, cell, person_id }) => ({ number, cell, person_id })))
    .execute()
  await tx.insertInto('pass').values(rows).execute()
}

/** Passes whose last day is over make room: at most one live pass a person is the database's own rule. */
export async function expireOldPasses(tx: Tx, people: readonly HolderBoundId[], now: Instant): Promise<void> {
  const over = await tx
    .selectFrom('pass')
    .select(['cell', 'number'])
    .where('cell', 'in', [...new Set(people.map(cellOf))])
    .where('person_id', 'in', people)
    .where('state', 'in', ['active', 'suspended'])
    .where('expires_at', '<=', now)
    .forNoKeyUpdate()
    .execute()
  await setPassStates(tx, over, { state: 'expired', at: now })
}

const drawsMax = 500

/** A random free place in a status list for each pass: a place tells nothing about when or to whom a pass was issued. */
export async function takeStatusPlaces(tx: Tx, list: number, numbers: readonly string[], draw: () => number): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>()
  for (let attempt = 1; attempt <= drawsMax; attempt += 1) {
    const waiting = numbers.filter((number) => !places.has(number))
    if (waiting.length === 0) return places
    const drawn = new Map(waiting.map((number) => [draw(), number]))
    const taken = await tx
      .insertInto('status_place')
      .values([...drawn].map(([index, number]) => ({ list, index, number })))
      .onConflict((conflict) => conflict.columns(['list', 'index']).doNothing())
      .returning('index')
      .execute()
    for (const { index } of taken) places.set(drawn.get(index) ?? '', index)
  }
  throw new Error(`status list ${list} is nearly full: ${drawsMax} draws found no free place`)
}

export type PassInChange = {
  readonly personId: HolderBoundId
  readonly state: PassState
  /** Why it is suspended or revoked. */
  readonly reason: string | null
  readonly office: AreaCode
  readonly nationalId: string
  readonly familyBook: string | null
  readonly lastDay: CivilDate
  readonly extensions: number
  readonly model: PassModel
  /** Null for an older model, as its place: it has no code, and was never in a status list. */
  readonly qrText: string | null
  readonly statusList: number | null
  readonly statusIndex: number | null
}

/** Locks the row: two officers changing one pass wait for each other. */
export async function findPassStateForUpdate(tx: Tx, number: string): Promise<PassInChange | undefined> {
  const row = await tx
    .selectFrom('pass_number as n')
    .innerJoin('pass as p', (join) => join.onRef('p.cell', '=', 'n.cell').onRef('p.number', '=', 'n.number'))
    .innerJoin('person as h', (join) => join.onRef('h.cell', '=', 'p.cell').onRef('h.id', '=', 'p.person_id'))
    .select([
      'p.person_id',
      'p.state',
      'p.reason',
      'p.office',
      'p.expires_at',
      'p.extension_count',
      'p.qr_text',
      'p.status_list',
      'p.status_index',
      'p.model',
      'h.national_id',
      'h.family_book',
    ])
    .where('n.number', '=', number)
    .forUpdate('p')
    .executeTakeFirst()
  return (
    row && {
      personId: row.person_id as HolderBoundId,
      state: row.state as PassState,
      reason: row.reason,
      office: row.office as AreaCode,
      nationalId: row.national_id,
      familyBook: row.family_book,
      lastDay: civilDateAt(instantOfMs(epochMs(row.expires_at as Instant) - 1000), borderZone),
      extensions: row.extension_count,
      model: row.model as PassModel,
      qrText: row.qr_text,
      statusList: row.status_list,
      statusIndex: row.status_index,
    }
  )
}

export async function savePassState(tx: Tx, { personId, number }: { personId: HolderBoundId; number: string }, change: PassChange): Promise<void> {
  await setPassStates(tx, [{ cell: cellOf(personId), number }], change)
}

/** The months, as list numbers (YYYYMM), from the first list to the last. Two index look-ups, however many passes there are. */
export async function statusListNumbers(query: Database['query']): Promise<number[]> {
  const { first, last } = await query
    .selectFrom('status_place')
    .select(({ fn }) => [fn.min('list').as('first'), fn.max('list').as('last')])
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return []
  const numbers: number[] = []
  for (let number = first; number <= last; number += number % 100 === 12 ? 89 : 1) numbers.push(number)
  return numbers
}
