import { sql } from 'kysely'
import type { CommandId } from '../kernel/code.ts'
import { latinDigits } from '../kernel/digits.ts'
import { type Outcome, refuse } from '../kernel/outcome.ts'
import { holderOf } from '../movements/recorder.asked.ts'
import { parseNumber } from '../passes/follow-number.rules.ts'
import { plainPassNumber } from '../passes/pass.rules.ts'
import { rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import { readBirthDate } from '../portal/born.rules.ts'
import { untilAnswer } from '../portal/knock.ts'
import { asResident } from '../portal/portal-services.ts'
import { codeOf, parseCode } from './contest.rules.ts'
import { latestMovements, takeHolderInHand } from './stay.queries.ts'
import type { Stays } from './stay-services.ts'

/** By a number and the birth date: all of one's record. By a document and the code of a refusal: that refusal alone, for whoever our register does not know. */
export type Proof =
  | { readonly number: string; readonly birthDate: string }
  | { readonly number: string; readonly issuer?: string | undefined; readonly code: string }

/** Whose record is open, the document they stand with, and the one movement that it is open for; null: all. */
export type Proven = {
  readonly holder: HolderBoundId
  readonly document: string
  readonly only: CommandId | null
  /** Proven by the birth date: what is told beside the record asks for both again. */
  readonly by: { readonly number: string; readonly born: string } | null
}

/** How many movements back a code is looked for. */
const movementsMax = 50

/** The code that opens the contest of one movement. Nothing of it is kept: it follows from the instance's secret. */
export const refusalCode = ({ portal }: Pick<Stays, 'portal'>, movement: string): string =>
  codeOf(Buffer.from(portal.fingerprint(`contest ${movement}`), 'base64'))

/** Opens somebody's own record to them. Whatever does not fit together is one answer to each kind of proof, after one time; guesses of a number are counted wherever they come from. */
export async function asHolder<T>(
  stays: Stays,
  address: string,
  proof: Proof,
  open: (tx: Tx, proven: Proven) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const started = performance.now()
  const { portal } = stays
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const read = readProof(proof)
  if (!read.ok) return read
  const { number, find } = read.value
  const guess = await portal.limits.ofGuess(address, number)
  if (!guess.ok) return guess
  let knew = false
  const opened = await rollBackOn(portal.database, asResident(portal), async (tx): Promise<Outcome<T>> => {
    const proven = await find(stays, tx)
    if (!proven) return refuse('birthDate' in proof ? 'follow.unknown' : 'rebuttal.unknown')
    knew = true
    await takeInHand(tx, [proven.holder])
    return open(tx, proven)
  })
  if (knew) await portal.limits.right(address, number)
  await untilAnswer(portal, started)
  return opened
}

type Find = (stays: Stays, tx: Tx) => Promise<Proven | undefined>

/** What is no number, day or code can be told without a look at anything. */
function readProof(proof: Proof): Outcome<{ number: string; find: Find }> {
  // A case, an application or a pass: what ten digits with their check digit are, they are.
  const digits = parseNumber(proof.number, 'contest') ?? parseNumber(proof.number, 'follow')
  const number = digits ?? plainPassNumber(latinDigits(proof.number))
  if (!number) return refuse('report.pass-number')
  if ('birthDate' in proof) {
    const born = readBirthDate(proof.birthDate)
    if (!born) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
    return { ok: true, value: { number, find: (_, tx) => byBirthDate(tx, number, born) } }
  }
  const code = parseCode(proof.code)
  if (!code) return refuse('rebuttal.code')
  const isCase = digits !== undefined && proof.issuer === undefined && parseNumber(digits, 'contest') !== undefined
  return {
    ok: true,
    value: { number, find: (stays, tx) => (isCase ? byCase(stays, tx, number, code) : byCode(stays, tx, { ...proof, number, code })) },
  }
}

async function byBirthDate(tx: Tx, number: string, born: string): Promise<Proven | undefined> {
  const { rows } = await sql<{ holder: HolderBoundId; document: string }>`select holder, document from contest_holder(${number}, ${born})`.execute(tx)
  return rows[0] && { ...rows[0], only: null, by: { number, born } }
}

async function byCase(stays: Stays, tx: Tx, number: string, code: string): Promise<Proven | undefined> {
  const { rows } = await sql<{
    holder: HolderBoundId
    document: string
    movement: CommandId | null
  }>`select holder, document, movement from contest_of_number(${number})`.execute(tx)
  const [found] = rows
  if (!found?.movement || refusalCode(stays, found.movement) !== code) return undefined
  return { holder: found.holder, document: found.document, only: found.movement, by: null }
}

type Coded = { readonly number: string; readonly issuer?: string | undefined; readonly code: string }
async function byCode(stays: Stays, tx: Tx, { number, issuer, code }: Coded): Promise<Proven | undefined> {
  const found = (await takeHolderInHand(tx, stays.state, { number, issuer })) ?? (await unregistered(stays, tx, number))
  const movements = await latestMovements(tx, found, movementsMax)
  const meant = movements.find(({ id }) => refusalCode(stays, id) === code)
  return meant && { holder: found, document: number, only: meant.id, by: null }
}

/** A document that says it is ours, and our register does not have: the gate took it as a stranger's. */
async function unregistered({ state }: Stays, tx: Tx, number: string): Promise<HolderBoundId> {
  const { holder } = holderOf({ kind: 'border-pass', issuer: state, number })
  await takeInHand(tx, [holder])
  return holder
}
