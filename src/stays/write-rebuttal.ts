import { recordEvent } from '../audit/record-event.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, type Instant } from '../kernel/time.ts'
import { prepareSheet } from '../passes/photo.ts'
import { brokeUnique, rollBackOn, type Tx } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { cleanText } from '../portal/complaint.rules.ts'
import { holder as anyHolder } from '../portal/portal-services.ts'
import { beganBy, dayAt } from './lawful.rules.ts'
import { asHolder, type Proof } from './prove-record.ts'
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

/** Online: by whoever proves that it is theirs. A wrong proof is answered as an unknown number is. */
export async function sendRebuttal(stays: Stays, address: string, command: Writing & { readonly proof: Proof }): Promise<Outcome<Rebuttal>> {
  const written = await stays.portal.limits.ofWriting(address)
  if (!written.ok) return written
  const prepared = await prepare(command.contested)
  if (!prepared.ok) return prepared
  return once(() =>
    asHolder(stays, address, command.proof, async (tx, { holder, document, only }) => {
      const { movement, stay } = command.contested
      // The code of a refusal opens that refusal, and nothing else of the same person.
      if (only !== null && (movement !== only || stay !== null)) return refuse('rebuttal.not-theirs')
      return write(stays, tx, { ...command, holder, document, by: anyHolder, sheets: prepared.value })
    }),
  )
}

export type Followed = {
  readonly stays: readonly StayView[]
  readonly movements: readonly ContestedMovement[]
  readonly rebuttals: readonly Rebuttal[]
}

/** One's own stays, and what became of one's rebuttals. */
export const followStays = (
  stays: Stays,
  address: string,
  known: { readonly number: string; readonly birthDate: string },
): Promise<Outcome<Followed>> =>
  asHolder(stays, address, known, async (tx, { holder }) => {
    const repairs = await repairsOf(tx, holder)
    const now = stays.now()
    return accept({
      stays: (await staysOf(tx, holder)).map((stay) => viewOf(stays, stay, repairs.get(stay.number) ?? null, now)),
      movements: await latestMovements(tx, holder, 10),
      rebuttals: await rebuttalsOf(tx, holder),
    })
  })

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
  const { point, stayBegan } = subject.value
  const waits = mine.some((each) => ['received', 'in-hand'].includes(each.state) && each.stayBegan === stayBegan && each.movement === movement)
  if (waits) return refuse('rebuttal.twice')
  const at: Instant = stays.now()
  const dueOn = addDays(dayAt(at), stays.parameters('rebuttal.answer-days', at))
  await insertRebuttal(tx, {
    id: requestId,
    holder,
    document,
    about,
    stay,
    stayBegan,
    movement,
    point,
    text,
    madeBy: by,
    madeAt: at,
    dueOn,
    said,
    sheets,
  })
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
): Promise<Outcome<Pick<Rebuttal, 'point' | 'stayBegan'>>> {
  if (number !== null) {
    const stay = (await staysOf(tx, holder, { all: true })).find((each) => each.number === number)
    const point = stay?.opened?.point ?? stay?.closed?.point
    if (!stay || !point) return refuse('rebuttal.not-theirs')
    const fits = assessSubject(about, { stay })
    return fits.ok ? accept({ point, stayBegan: beganBy(stay) }) : fits
  }
  const movement = id === null ? undefined : await movementOf(tx, holder, id)
  if (!movement) return refuse('rebuttal.not-theirs')
  const fits = assessSubject(about, movement)
  return fits.ok ? accept({ point: movement.point, stayBegan: null }) : fits
}
