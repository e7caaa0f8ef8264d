import { findEvent, recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant } from '../kernel/time.ts'
import { rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { cashLines, closedSums, type DayCloseShown, findCloses, reversedTransferLines, type StatementKept, transferLines } from './day.queries.ts'
import {
  assessClose,
  type DayLine,
  expectedCash,
  type FeeSplit,
  feesOf,
  type Reconciled,
  reconcile,
  splitFees,
  type TransferLine,
} from './day.rules.ts'
import { holdTill, insertClose } from './day.store.ts'
import { inNameOf, type Payments } from './payment-services.ts'
import { parseStatement, type StatementLine } from './statement.rules.ts'

export type CloseDay = {
  readonly requestId: CommandId
  readonly actor: Actor
  readonly office: AreaCode
  /** Cash counted, in whole units. */
  readonly counted: number
  readonly explanation: string | null
  /** The bank's list as CSV; null: transfers wait for a close that has one. */
  readonly statement: string | null
}
/** Whose fees are, on a day: the law's split, by its text. */
export type SplitOn = (day: CivilDate) => FeeSplit

/**
 * Closes the cashier's day: everything that stands in no close yet is counted, explained where it differs, and split. What is taken afterwards stands in
 * the next close; a closed day never changes, and a later reversal stands in the day on which it was made.
 */
export async function closeDay(payments: Payments & { readonly splitOn: SplitOn }, command: CloseDay): Promise<Outcome<DayCloseShown>> {
  const { actor, office } = command
  const allowed = may(actor.grants, 'payment.close-day', areaPlace(office), payments.now())
  if (!allowed.ok) return allowed
  const list = command.statement === null ? accept(undefined) : parseStatement(command.statement)
  if (!list.ok) return list
  return rollBackOn(payments.database, inNameOf(payments, actor), (tx) => closeIn(tx, payments, command, list.value))
}

async function closeIn(
  tx: Tx,
  payments: Payments & { readonly splitOn: SplitOn },
  command: CloseDay,
  list: readonly StatementLine[] | undefined,
): Promise<Outcome<DayCloseShown>> {
  const { office, counted, explanation, requestId } = command
  await holdTill(tx, office)
  const at = payments.now()
  const [day, cashier] = [civilDateAt(at, borderZone), command.actor.account]
  const before = await findEvent(tx, requestId)
  if (before) return closedBefore(tx, before, command)
  const [earlier] = await findCloses(tx, office, { from: day, until: day, cashier })
  if (earlier) return sameClose(earlier, command)
  const cash = await cashLines(tx, office, cashier)
  const bank = list && (await bankSide(tx, office, list))
  const lines = [...cash, ...(bank?.lines ?? [])]
  const [currency, ...more] = new Set(lines.map((line) => line.currency))
  if (currency === undefined) return refuse('day.empty')
  if (more.length > 0) return refuse('day.currencies')
  const expected = expectedCash(cash)
  const closes = assessClose({ expected, counted, reconciled: bank?.reconciled, explanation })
  if (!closes.ok) return closes
  const split = payments.splitOn(day)
  const fees = feesOf(lines)
  const shares = splitFees(fees, split)
  const statement = bank ? kept(bank.reconciled) : null
  await insertClose(tx, {
    office,
    day,
    cashier,
    currency,
    expected,
    counted,
    explanation,
    fees,
    shares,
    split,
    statement,
    command: requestId,
    at,
    lines,
  })
  await record(tx, command, { day, at, body: { day, expected, counted, explanation, fees, shares, currency, lines: lines.length } })
  const [close] = await findCloses(tx, office, { from: day, until: day, cashier })
  if (!close) throw new Error('a close that was written is there')
  return accept(shown(close))
}

/** The same command again is answered with its own day, also after midnight; with another count it is another command. */
async function closedBefore(tx: Tx, { type, subject }: { type: string; subject: string }, command: CloseDay): Promise<Outcome<DayCloseShown>> {
  const { office, requestId, counted, explanation, statement, actor } = command
  const day = subject.slice(office.length + 1) as CivilDate
  const isClose = type === 'DayClosed' && subject.startsWith(`${office} `)
  const [close] = isClose ? await findCloses(tx, office, { from: day, until: day, cashier: actor.account }) : []
  const same = close?.counted === counted && close.explanation === explanation && (close.statement === null) === (statement === null)
  return close && same ? accept(shown(close)) : refuse('request.id-reused', { about: { id: requestId } })
}

/** Closed twice the same is closed once; with another count, or with a list where there was none, it is a mistake that is said: the list would be read as matched. */
function sameClose(earlier: DayCloseShown & { readonly command: string }, { counted, explanation, statement }: CloseDay): Outcome<DayCloseShown> {
  const says = earlier.counted === counted && earlier.explanation === explanation && (statement === null || earlier.statement !== null)
  return says ? accept(shown(earlier)) : refuse('day.already-closed', { about: { day: earlier.day } })
}

const shown = ({ command: _, ...close }: DayCloseShown & { readonly command: string }): DayCloseShown => close

/** What the bank's list would match if the day were closed with it now. Nothing is kept. */
export async function checkStatement(tx: Tx, office: AreaCode, list: readonly StatementLine[]): Promise<StatementKept> {
  return kept((await bankSide(tx, office, list)).reconciled)
}

/** Transfers that the bank's list names stand in this close; the others wait. */
async function bankSide(tx: Tx, office: AreaCode, list: readonly StatementLine[]): Promise<{ reconciled: Reconciled; lines: DayLine[] }> {
  const before = await closedSums(
    tx,
    office,
    list.map(({ key }) => key),
  )
  const reconciled = reconcile(await transferLines(tx, office), list, before)
  const transfers = [...reconciled.matched, ...reconciled.different.flatMap((each) => each.transfers)]
  const reversed = await reversedTransferLines(
    tx,
    office,
    transfers.map(({ id }) => id),
  )
  return { reconciled, lines: [...transfers, ...reversed] }
}

function kept({ matched, different, missingAtBank, unknownToUs, changedSince, closedEarlier }: Reconciled): StatementKept {
  const short = ({ reference, amount }: TransferLine) => ({ reference, amount })
  return {
    matched: matched.map(short),
    different: different.map(({ transfers: _, ...line }) => line),
    missingAtBank: missingAtBank.map(short),
    unknownToUs: unknownToUs.map(({ key, amount, lines }) => ({ reference: key, amount, bankLines: lines })),
    changedSince,
    closedEarlier,
  }
}

const record = (tx: Tx, { requestId, actor, office }: CloseDay, { day, at, body }: { day: CivilDate; at: Instant; body: object }): Promise<void> =>
  recordEvent(tx, {
    id: requestId,
    cell: cellOf(requestId as string as HolderBoundId),
    type: 'DayClosed',
    subject: `${office} ${day}`,
    actor: actor.account,
    place: office,
    at,
    body,
  })
