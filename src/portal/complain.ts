import { recordEvent } from '../audit/record-event.ts'
import { knownPlace } from '../identity/staff/known-place.ts'
import type { AreaCode, CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { parseNumber } from '../passes/follow-number.rules.ts'
import { officesOn } from '../passes/mandate.queries.ts'
import { inTransaction } from '../platform/database.ts'
import { cellOf, type HolderBoundId } from '../platform/ids.ts'
import { cleanText, plainSecret } from './complaint.rules.ts'
import { complaintBefore, type FollowedComplaint, followComplaintBy, insertComplaint } from './complaint.store.ts'
import { untilAnswer } from './knock.ts'
import type { ComplainBody } from './portal.api.ts'
import { asResident, holder, type Portal } from './portal-services.ts'
import { writeOnce } from './write-once.ts'

/** Takes a complaint about an office or a point. It goes to the province and the auditor; its number and the secret word follow it. */
export async function complain(portal: Portal, address: string, body: ComplainBody): Promise<Outcome<{ number: string }>> {
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const text = cleanText(body.text)
  const secret = plainSecret(body.secret)
  if (text === '' || secret.length < secretMin) return refuse('request.malformed', { about: { where: 'body', why: 'nothing in it can be read' } })
  const place = await placeOf(portal, body.place)
  if (!place.ok) return place
  const written = await portal.limits.ofWriting(address)
  if (!written.ok) return written
  const [id, at] = [body.requestId as CommandId, portal.now()]
  const { requestId: _, ...sent } = body
  const said = portal.fingerprint(JSON.stringify(['complaint', sent]))
  return writeOnce(portal, 'complaint', {
    async before(tx) {
      const again = await complaintBefore(tx, id, said)
      return again ? { number: again } : undefined
    },
    async write(tx) {
      const contact = body.contact ? cleanText(body.contact) || null : null
      const { area, point } = place.value
      const row = { id, place: area, point, about: body.about, asked: body.asked ?? null, body: text, contact, said, at }
      const number = await insertComplaint(tx, { ...row, secret: proofOf(portal, secret) })
      const cell = cellOf(id as string as HolderBoundId)
      const told = { about: body.about, point, asked: body.asked ?? null }
      await recordEvent(tx, { id, cell, type: 'ComplaintReceived', subject: id, actor: holder, place: area, at, body: told })
      return { number }
    },
  })
}

const secretMin = 4
const proofOf = (portal: Portal, secret: string): string => portal.fingerprint(`complaint ${secret}`)

/** An office that takes applications, or a crossing point with the area it lies in on our side. */
async function placeOf(portal: Portal, id: string): Promise<Outcome<{ area: AreaCode; point: string | null }>> {
  const known = knownPlace(portal.registry.current, portal.state, id, portal.now())
  if (!known.ok || known.value.area === null || known.value.state !== portal.state) return refuse('complaint.place')
  const { area, kind } = known.value
  if (kind === 'point') return accept({ area, point: id })
  const offices = await officesOn(portal.database.query, civilDateAt(portal.now(), borderZone))
  return offices.some((office) => office.id === id) ? accept({ area, point: null }) : refuse('complaint.place')
}

export async function followComplaint(
  portal: Portal,
  address: string,
  { number: typed, secret }: { readonly number: string; readonly secret: string },
): Promise<Outcome<FollowedComplaint>> {
  const started = performance.now()
  const asked = await portal.limits.ofAddress(address)
  if (!asked.ok) return asked
  const number = parseNumber(typed, 'complaint')
  if (!number) return refuse('complaint.not-found')
  const guess = await portal.limits.ofGuess(address, number)
  if (!guess.ok) return guess
  const found = await inTransaction(portal.database, asResident(portal), (tx) => followComplaintBy(tx, number, proofOf(portal, plainSecret(secret))))
  if (found) await portal.limits.right(address, number)
  await untilAnswer(portal, started)
  return found ? accept(found) : refuse('complaint.not-found')
}
