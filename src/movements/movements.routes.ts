import { hash } from 'node:crypto'
import Type from 'typebox'
import { verifyPass } from '../credential/verify.ts'
import type { StateCode } from '../kernel/code.ts'
import { parseCommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { epochSeconds, type Instant, parseCivilDate, parseInstant } from '../kernel/time.ts'
import type { LiveTrust } from '../passes/live-trust.ts'
import { findPass, type Pass } from '../passes/pass.queries.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { Database } from '../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { countsByDay, findHolderOf, movementsOf } from './movement.queries.ts'
import {
  countAnswer,
  countsQuery,
  movementAnswer,
  movementRequest,
  movementRowAnswer,
  movementsQuery,
  previewAnswer,
  verdictRequest,
} from './movements.api.ts'
import { pointFactsAt } from './point-facts.ts'
import { presentedOf } from './presented.rules.ts'
import type { MovementRequest, PresentedDocument } from './record.rules.ts'
import type { Recorder } from './recorder.ts'

export type MovementServices = {
  readonly state: StateCode
  readonly database: Database
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly recorder: Recorder
  readonly now: () => Instant
}

/** The gate's two questions (may this person pass; record it) and the record's own. */
export function movementsRoutes(server: HttpServer, services: MovementServices): void {
  const tags = ['Movements']
  server.post(
    '/api/v1/verdicts',
    {
      schema: {
        tags,
        summary: 'What the verdict would be, with the facts it stands on; nothing is recorded',
        body: verdictRequest,
        response: { 200: previewAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = await readRequest(services, { ...request.body, occurredAt: request.body.occurredAt ?? services.now() })
      if (!asked.ok) return sendRefusal(reply, request, asked.refusal)
      const seen = await services.recorder.look(asked.value)
      if (!seen.ok) return sendRefusal(reply, request, seen.refusal)
      const { number, issuer } = seen.value.facts.document
      const pass = number !== null && issuer === services.state ? await findPass(services.database.query, number) : undefined
      return sendOutcome(request, reply, accept({ ...structuredClone(seen.value), holder: pass ? holderOf(pass) : null }))
    },
  )
  server.post(
    '/api/v1/movements',
    {
      schema: {
        tags,
        summary: 'Record an exit or an entry, refusals too',
        body: movementRequest,
        response: { 200: movementAnswer, 201: movementAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const id = parseCommandId(request.body.id)
      if (!id) return sendRefusal(reply, request, refuse('request.malformed').refusal)
      const asked = await readRequest(services, request.body)
      if (!asked.ok) return sendRefusal(reply, request, asked.refusal)
      const recorded = await services.recorder.submit({ ...asked.value, id })
      return sendOutcome(request, reply, recorded, recorded.ok && recorded.value.again ? 200 : 201)
    },
  )
  server.get(
    '/api/v1/movements',
    {
      schema: {
        tags,
        summary: "A pass holder's movements, newest first",
        querystring: movementsQuery,
        response: { 200: Type.Array(movementRowAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const holder = await findHolderOf(services.database.query, request.query.number.toUpperCase())
      if (!holder) return sendRefusal(reply, request, refuse('pass.not-found').refusal)
      return sendOutcome(request, reply, accept(await movementsOf(services.database.query, holder, request.query.limit ?? 20)))
    },
  )
  server.get(
    '/api/v1/counts',
    {
      schema: {
        tags: ['Counts'],
        summary: 'Exact counts of movements per point, day, direction and outcome',
        querystring: countsQuery,
        response: { 200: Type.Array(countAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const [from, until] = [parseCivilDate(request.query.from), parseCivilDate(request.query.until)]
      if (!from || !until) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      return sendOutcome(request, reply, accept(await countsByDay(services.database.query, { point: request.query.point, from, until })))
    },
  )
}

type Asked = {
  readonly point: string
  readonly lane?: string
  readonly direction: 'exit' | 'entry'
  readonly document: { readonly text: string } | { readonly number: string }
  readonly occurredAt: string
  readonly photo?: MovementRequest['photo']
  readonly plate?: string | null
  readonly officer?: string
}

/** Parses what a gate sent: the instant, the point with its opening then, and the document with its credential checked at that instant. */
async function readRequest(services: MovementServices, asked: Asked): Promise<Outcome<Omit<MovementRequest, 'id'>>> {
  const occurredAt = parseInstant(asked.occurredAt)
  if (!occurredAt) return refuse('time.invalid')
  const point = pointFactsAt(services.registry.current, asked.point, occurredAt)
  if (!point) return refuse('point.unknown')
  const fingerprint = hash(
    'sha256',
    JSON.stringify([asked.occurredAt, asked.direction, asked.point, asked.lane, asked.document, asked.photo, asked.plate]),
    'base64',
  )
  const document = 'number' in asked.document ? typed(asked.document.number) : await scanned(services.trust, asked.document.text, occurredAt)
  if (!document.ok) return document
  return accept({
    fingerprint,
    occurredAt,
    direction: asked.direction,
    point,
    lane: asked.lane ?? '1',
    document: document.value,
    photo: asked.photo ?? 'not-said',
    plate: asked.plate ?? null,
    actor: asked.officer ?? 'gate',
  })
}

function typed(number: string): Outcome<PresentedDocument> {
  const plain = number.toUpperCase().replace(/[\s-]/g, '')
  if (!/^[A-Z0-9]{1,16}$/.test(plain)) return refuse('pass.not-found')
  return accept({ issuer: null, number: plain, nationality: null, check: { outcome: 'green', code: 'TYPED' }, lastDay: null })
}

async function scanned(trust: LiveTrust, text: string, at: Instant): Promise<Outcome<PresentedDocument>> {
  const verdict = await verifyPass(text, await trust.get(), epochSeconds(at))
  if (verdict.outcome === 'neutral') return refuse('document.not-a-pass', { about: { code: verdict.code } })
  return accept(presentedOf(verdict))
}

const holderOf = (pass: Pass) => ({
  number: pass.number,
  localName: pass.holder.localName,
  givenName: pass.holder.givenName,
  familyName: pass.holder.familyName,
  birthDate: pass.holder.birthDate,
  sex: pass.holder.sex,
  nationality: pass.holder.nationality,
  homeArea: pass.homeArea,
  lastDay: pass.lastDay,
  state: pass.state,
  madeUp: pass.holder.madeUp,
})
