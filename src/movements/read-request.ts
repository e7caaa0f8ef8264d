import { hash } from 'node:crypto'
import { partOfCode } from '../credential/whole-code.ts'
import type { Actor } from '../identity/actor.rules.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { parseCommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { isPlateAnywhere } from '../kernel/plate.ts'
import { borderZone, civilDateAt, epochMs, hourMs, type Instant, parseInstant } from '../kernel/time.ts'
import type { LiveTrust } from '../passes/live-trust.ts'
import { plainPassNumber } from '../passes/pass.rules.ts'
import { readMrz } from '../passports/read-mrz.rules.ts'
import type { Facts } from './facts.rules.ts'
import type { MovementBody } from './movements.api.ts'
import type { MovementServices } from './movements.routes.ts'
import { pointFactsAt } from './point-facts.ts'
import { nothingSaid, presentedOf, presentedPassport } from './presented.rules.ts'
import { placeOfPoint } from './read-movements.ts'
import type { MovementRequest, PresentedDocument } from './record.rules.ts'

type Asked = Omit<MovementBody, 'id'>

/** Parses what a gate sent: plates of some state's, as on a vehicle's sheet; the instant, the point as it stood when the person arrived, and the document with its credential checked at that instant. */
export async function readRequest(
  services: MovementServices,
  actor: Actor,
  action: Action,
  asked: Asked,
): Promise<Outcome<Omit<MovementRequest, 'id' | 'authority'>>> {
  if ([asked.plate, asked.trailerPlate].some((plate) => plate && !isPlateAnywhere(plate))) return refuse('plate.malformed')
  const occurredAt = parseInstant(asked.occurredAt)
  if (!occurredAt) return refuse('time.invalid')
  const arrival = arrivalOf(services, asked, occurredAt)
  if (!arrival.ok) return arrival
  const at = pointFactsAt(services.registry.current, asked.point, arrival.value?.at ?? occurredAt)
  const place = placeOfPoint(services, asked.point)
  if (!at || !place) return refuse('point.unknown')
  const allowed = may(actor.grants, action, place, services.now())
  if (!allowed.ok) return allowed
  const presented = await documentOf(services.trust, asked.document, occurredAt)
  if (!presented.ok) return presented
  const now = services.shifts.of(actor.account, at.point.id)
  // What happened before it began was at another lane, which a device that was offline names itself.
  const shift = now && occurredAt >= now.startedAt ? now : undefined
  const { direction, purpose = null, vehicle = null, plate = null, trailerPlate = null, photo = 'not-said', care = null, accompanied = null } = asked
  return accept({
    fingerprint: fingerprintOf(asked),
    occurredAt,
    arrival: arrival.value,
    direction,
    ...at,
    // Whoever was signed in to a lane then worked there, whatever a device says.
    lane: shift?.lane ?? asked.lane ?? '1',
    shift: shift?.id ?? null,
    document: { ...presented.value, visaSeen: asked.visaSeen ?? false },
    purpose,
    vehicle,
    plate,
    trailerPlate,
    person: {
      photo,
      care,
      accompanied,
      decided: parseCommandId(asked.decided ?? '') ?? null,
    },
    actor: actor.account,
  })
}

const fingerprintOf = (asked: Asked): string => {
  const { occurredAt, direction, point, lane, document, photo, plate, ...more } = asked
  const rest = Object.entries(more).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return hash('sha256', JSON.stringify([occurredAt, direction, point, lane, document, photo, plate, ...(rest.length > 0 ? [rest] : [])]), 'base64')
}

/** Longer ago nobody waits at a line: a later claim is a mistyped time. */
function arrivalOf({ parameters }: MovementServices, { arrival }: Asked, occurredAt: Instant): Outcome<Facts['arrival']> {
  if (!arrival) return accept(null)
  const at = parseInstant(arrival.at)
  if (!at) return refuse('time.invalid')
  const waitedMs = epochMs(occurredAt) - epochMs(at)
  const hoursMax = parameters('arrival.hours-max', occurredAt)
  if (waitedMs < 0 || waitedMs > hoursMax * hourMs) return refuse('movement.arrival', { about: { arrival: at, hoursMax } })
  return accept({ at, by: arrival.by })
}

async function documentOf(trust: LiveTrust, document: Asked['document'], at: Instant): Promise<Outcome<PresentedDocument>> {
  if ('number' in document) return typed(document.number)
  if ('mrz' in document) return byLines(document.mrz, at)
  return scanned(trust, document.text, at)
}

/** The lines of a passport; our own pass's lines are its number, typed by a machine. Any other document crosses nowhere. */
function byLines(text: string, at: Instant): Outcome<PresentedDocument> {
  const read = readMrz(text, civilDateAt(at, borderZone))
  if (!read.ok) return read
  const { kind, nationalityKind, number } = read.value
  if (kind === 'border-pass') return typed(number)
  if (kind !== 'passport' || nationalityKind === 'specimen') return refuse('document.not-a-pass', { about: { code: `MRZ ${kind}` } })
  return accept(presentedPassport(read.value))
}

function typed(number: string): Outcome<PresentedDocument> {
  const plain = plainPassNumber(number)
  if (plain === undefined) return refuse('pass.not-found')
  return accept({ ...nothingSaid, number: plain, check: { outcome: 'green', code: 'TYPED' } })
}

/** A code that is not whole is no false pass. Only what failed its check is looked at again: a good code costs nothing here. */
async function scanned(trust: LiveTrust, text: string, at: Instant): Promise<Outcome<PresentedDocument>> {
  const verdict = await trust.verify(text, at)
  const failed = verdict.outcome === 'neutral' || verdict.outcome === 'red'
  if (failed && partOfCode(text)) return refuse('document.not-whole')
  if (verdict.outcome === 'neutral') return refuse('document.not-a-pass', { about: { code: verdict.code } })
  const document = presentedOf(verdict)
  return accept(document.number === null ? { ...document, mark: hash('sha256', text) } : document)
}
