import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, type Instant } from '../kernel/time.ts'
import { plainPassNumber } from '../passes/pass.rules.ts'
import { prepareSheet } from '../passes/photo.ts'
import { brokeUnique, rollBackOn, type Tx, takeInHand } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { readBirthDate } from '../portal/born.rules.ts'
import { cleanText } from '../portal/complaint.rules.ts'
import { untilAnswer } from '../portal/knock.ts'
import { holder as anyHolder, asResident } from '../portal/portal-services.ts'
import { dayAt } from './lawful.rules.ts'
import { assessSubject, type RebuttalSubject } from './rebuttal.rules.ts'
import { findRebuttal, insertRebuttal, type Rebuttal, rebuttalsOf } from './rebuttal.store.ts'
import { type ContestedMovement, latestMovements, movementOf, repairsOf, staysOf, type TypedDocument, takeHolderInHand } from './stay.queries.ts'
import { inNameOf, mayAtPoint, pointsOf, type Stays, saidOf } from './stay-services.ts'
import { type StayView, viewOf } from './stay-view.ts'

export type Contested = {
  readonly about: RebuttalSubject
  readonly stay: number | null
  readonly movement: CommandId | null
  readonly text: string
  /** As somebody took them: base64. */
  readonly pictures: readonly string[]
}
type Writing = { readonly requestId: CommandId; readonly contested: Contested }

/** At a counter: the person stands there with the document. */
export async function takeRebuttal(stays: Stays, actor: Actor, command: Writing & { readonly document: TypedDocument }): Promise<Outcome<Rebuttal>> {
  const { document } = command
  const prepared = await prepare(command.contested)
  if (!prepared.ok) return prepared
  return once(() =>
    rollBackOn(stays.database, inNameOf(stays, actor), async (tx) => {
      const holder = await takeHolderInHand(tx, stays.state, document)
      if (!holder) return refuse('stay.not-found')
      const known = [...(await staysOf(tx, holder)).flatMap(pointsOf), ...(await latestMovements(tx, holder, 10)).map(({ point }) => point)]
      if (!known.some((point) => mayAtPoint(stays, actor, 'rebuttal.take', point))) return refuse('stay.not-found')
      return write(stays, tx, { ...command, holder, document: document.number.toUpperCase(), by: actor.account, sheets: prepared.value })
    }),
  )
}

type Known = { readonly number: string; readonly birthDate: string }

/** Online: by the pass's number and the birth date together. A wrong date is answered as an unknown number is. */
export async function sendRebuttal(stays: Stays, address: string, command: Writing & { readonly known: Known }): Promise<Outcome<Rebuttal>> {
  const written = await stays.portal.limits.ofWriting(address)
  if (!written.ok) return written
  const prepared = await prepare(command.contested)
  if (!prepared.ok) return prepared
  return once(() =>
    asHolder(stays, address, command.known, (tx, holder, document) =>
      write(stays, tx, { ...command, holder, document, by: anyHolder, sheets: prepared.value }),
    ),
  )
}

export type Followed = {
  readonly stays: readonly StayView[]
  readonly movements: readonly ContestedMovement[]
  readonly rebuttals: readonly Rebuttal[]
}

/** One's own stays, and what became of one's rebuttals. */
export const followStays = (stays: Stays, address: string, known: Known): Promise<Outcome<Followed>> =>
  asHolder(stays, address, known, async (tx, holder) => {
    const repairs = await repairsOf(tx, holder)
    const now = stays.now()
    return accept({
      stays: (await staysOf(tx, holder)).map((stay) => viewOf(stays, stay, repairs.get(stay.number) ?? null, now)),
      movements: await latestMovements(tx, holder, 10),
      rebuttals: await rebuttalsOf(tx, holder),
    })
  })

async function asHolder<T>(
  stays: Stays,
  address: string,
  { number: typed, birthDate }: Known,
  open: (tx: Tx, holder: HolderBoundId, document: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const started = performance.now()
  const { portal } = stays
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const number = plainPassNumber(typed.toUpperCase().replace(/[\s-]/g, ''))
  if (!number) return refuse('report.pass-number')
  const born = readBirthDate(birthDate)
  if (!born) return refuse('applicant.birth-date', { about: { field: 'birthDate' } })
  const guess = await portal.limits.ofGuess(address, number)
  if (!guess.ok) return guess
  let knew = false
  const opened = await rollBackOn(portal.database, asResident(portal), async (tx): Promise<Outcome<T>> => {
    const { rows } = await sql<{ holder: HolderBoundId | null }>`select pass_holder(${number}, ${born}) as holder`.execute(tx)
    const holder = rows[0]?.holder
    if (!holder) return refuse('follow.unknown')
    knew = true
    await takeInHand(tx, [holder])
    return open(tx, holder, number)
  })
  if (knew) await portal.limits.right(address, number)
  await untilAnswer(portal, started)
  return opened
}

type Prepared = readonly Uint8Array[]
async function prepare({ text, pictures }: Contested): Promise<Outcome<Prepared>> {
  if (cleanText(text) === '') return refuse('request.malformed', { about: { where: 'body/text', why: 'nothing in it can be read' } })
  const sheets: Uint8Array[] = []
  for (const picture of pictures) {
    const prepared = await prepareSheet(Buffer.from(picture, 'base64'))
    if (!prepared.ok) return prepared
    sheets.push(prepared.value.sheet)
  }
  return accept(sheets)
}

/** The same thing contested twice at once, or the same command twice at once: the other is through now. */
async function once(attempt: () => Promise<Outcome<Rebuttal>>): Promise<Outcome<Rebuttal>> {
  try {
    return await attempt()
  } catch (error) {
    if (brokeUnique(error, 'rebuttal_stay_once') || brokeUnique(error, 'rebuttal_movement_once')) return refuse('rebuttal.twice')
    if (!brokeUnique(error, 'rebuttal_pkey')) throw error
    return attempt()
  }
}

type Write = Writing & { readonly holder: HolderBoundId; readonly document: string; readonly by: string; readonly sheets: Prepared }

async function write(stays: Stays, tx: Tx, { requestId, contested, holder, document, by, sheets }: Write): Promise<Outcome<Rebuttal>> {
  const { about, stay, movement } = contested
  const text = cleanText(contested.text)
  const said = saidOf([document, by, { ...contested, text }])
  const mine = await rebuttalsOf(tx, holder)
  const before = mine.find(({ id }) => id === requestId)
  if (before) return before.said === said ? accept(before) : refuse('request.id-reused', { about: { id: requestId } })
  if ((stay === null) === (movement === null)) return refuse('rebuttal.subject')
  const subject = await subjectOf(tx, holder, contested)
  if (!subject.ok) return subject
  const waits = mine.some((each) => ['received', 'in-hand'].includes(each.state) && each.stay === stay && each.movement === movement)
  if (waits) return refuse('rebuttal.twice')
  const at: Instant = stays.now()
  const dueOn = addDays(dayAt(at), stays.parameters('rebuttal.answer-days', at))
  const { point } = subject.value
  await insertRebuttal(tx, { id: requestId, holder, document, about, stay, movement, point, text, madeBy: by, madeAt: at, dueOn, said, sheets })
  const told = { about, stay, movement, dueOn, pictures: sheets.length }
  await recordEvent(tx, {
    id: requestId,
    cell: cellOf(holder),
    type: 'RebuttalReceived',
    subject: requestId,
    actor: by,
    at,
    body: told,
    place: point,
  })
  const kept = await findRebuttal(tx, requestId)
  return kept ? accept(kept) : refuse('rebuttal.not-found')
}

/** What is contested must be on record, and this holder's. */
async function subjectOf(
  tx: Tx,
  holder: HolderBoundId,
  { about, stay: number, movement: id }: Contested,
): Promise<Outcome<{ point: Rebuttal['point'] }>> {
  if (number !== null) {
    const stay = (await staysOf(tx, holder)).find((each) => each.number === number)
    const point = stay?.opened?.point ?? stay?.closed?.point
    if (!stay || !point) return refuse('rebuttal.not-theirs')
    const fits = assessSubject(about, { stay })
    return fits.ok ? accept({ point }) : fits
  }
  const movement = id === null ? undefined : await movementOf(tx, holder, id)
  if (!movement) return refuse('rebuttal.not-theirs')
  const fits = assessSubject(about, movement)
  return fits.ok ? accept({ point: movement.point }) : fits
}
