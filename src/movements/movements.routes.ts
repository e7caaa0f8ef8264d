import Type from 'typebox'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import { parseCommandId, type StateCode } from '../kernel/code.ts'
import { accept, refuse } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/time.ts'
import type { LiveTrust } from '../passes/live-trust.ts'
import type { RegisteredPass } from '../passes/pass.queries.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import type { Mode } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { sendFile } from '../platform/send-file.ts'
import type { LiveWatchlist } from '../watchlist/live-watchlist.ts'
import { discreet } from './discreet.rules.ts'
import {
  countAnswer,
  countsQuery,
  faceParams,
  movementAnswer,
  movementRequest,
  movementRowAnswer,
  movementsQuery,
  previewAnswer,
  verdictRequest,
} from './movements.api.ts'
import { placeOfPoint, presentedPass, presentedPhoto, readCounts, readMovements } from './read-movements.ts'
import { readRequest } from './read-request.ts'
import type { Recorder } from './recorder.ts'
import type { ShiftsNow } from './shift-now.ts'
import { toldAt } from './told-at.ts'
import { undoRoutes } from './undo.routes.ts'

export type MovementServices = {
  readonly state: StateCode
  readonly mode: Mode
  readonly database: Database
  readonly registry: LiveRegistry
  readonly trust: LiveTrust
  readonly recorder: Recorder
  readonly watchlist: LiveWatchlist
  readonly parameters: OperatingParameters
  readonly shifts: ShiftsNow
  readonly now: () => Instant
}

/** The gate's two questions (may this person pass; record it) and the record's own. */
export function movementsRoutes(server: HttpServer, services: MovementServices): void {
  undoRoutes(server, services)
  const tags = ['Movements']
  server.post(
    '/api/v1/verdicts',
    {
      config: { needs: 'verdict.ask' },
      schema: {
        tags,
        summary: 'What the verdict would be, with the facts it stands on; no movement is recorded',
        body: verdictRequest,
        response: { 200: previewAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const [actor, told] = [actorOf(request), toldAt(services, request)]
      if (told === undefined) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const asked = await readRequest(services, actor, 'verdict.ask', { ...request.body, occurredAt: request.body.occurredAt ?? services.now() })
      if (!asked.ok) return sendRefusal(reply, request, asked.refusal)
      const seen = await services.recorder.look({ ...asked.value, toldAt: told })
      if (!seen.ok) return sendRefusal(reply, request, seen.refusal)
      const { number, issuer } = seen.value.facts.document
      const pass = number !== null && issuer === services.state ? await presentedPass(services, actor, asked.value.point.id, number) : undefined
      return sendOutcome(
        request,
        reply,
        accept({ ...structuredClone({ ...seen.value, facts: discreet(seen.value.facts) }), holder: pass ? holderOf(pass) : null }),
      )
    },
  )
  server.get(
    '/api/v1/crossing-points/:states/:name/holders/:number/photo',
    {
      config: { needs: 'verdict.ask' },
      schema: {
        tags,
        summary: 'The photo of somebody who stands at this point with a pass of our register',
        params: faceParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const { states, name, number } = request.params
      const [actor, point] = [actorOf(request), placeOfPoint(services, `${states}/${name}`)]
      const allowed = point && may(actor.grants, 'verdict.ask', point, services.now())
      if (!allowed) return sendRefusal(reply, request, refuse('point.unknown').refusal)
      if (!allowed.ok) return sendRefusal(reply, request, allowed.refusal)
      const photo = await presentedPhoto(services, actor, point.id, number.toUpperCase())
      if (!photo) return sendRefusal(reply, request, refuse('pass.not-found').refusal)
      return sendFile(reply, { type: 'image/jpeg', name: 'photo.jpg', bytes: photo })
    },
  )
  server.post(
    '/api/v1/movements',
    {
      config: { needs: 'movement.record', comparesVersion: true },
      // Its answer is under a kilobyte, and lanes send nothing compressed.
      compress: false,
      decompress: false,
      schema: {
        tags,
        summary: 'Record an exit or an entry, refusals too',
        body: movementRequest,
        response: { 200: movementAnswer, 201: movementAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const [id, told] = [parseCommandId(request.body.id), toldAt(services, request)]
      if (told === undefined) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      if (!id) return sendRefusal(reply, request, refuse('request.malformed').refusal)
      const submit = async () => {
        const asked = await readRequest(services, actorOf(request), 'movement.record', request.body)
        if (!asked.ok) return asked
        const { shift, occurredAt } = asked.value
        if (shift !== null) services.shifts.seen({ id: shift }, occurredAt)
        return services.recorder.submit({ ...asked.value, id, toldAt: told, authority: request.signedIn?.version ?? null })
      }
      let recorded = await submit()
      // The session was recalled, and since it was read somebody's role or session changed: perhaps this one's.
      for (let again = 0; !recorded.ok && recorded.refusal.code === 'authority.moved' && again < readsAgainMax; again += 1) {
        const refusal = await server.authoriseAgain(request)
        if (refusal) return sendRefusal(reply, request, refusal)
        recorded = await submit()
      }
      return sendOutcome(request, reply, recorded, recorded.ok && recorded.value.again ? 200 : 201)
    },
  )
  server.get(
    '/api/v1/movements',
    {
      config: { needs: 'movement.read' },
      schema: {
        tags,
        summary: "A pass holder's movements that the caller may see (at their own point, or all), newest first; none for a number that is not known",
        querystring: movementsQuery,
        response: { 200: Type.Array(movementRowAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, accept(await readMovements(services, actorOf(request), request.query))),
  )
  server.get(
    '/api/v1/counts',
    {
      config: { needs: 'movement.count' },
      schema: {
        tags: ['Counts'],
        summary: 'Exact counts of movements per point, day, direction and outcome: of one point, or of all that the caller may count',
        querystring: countsQuery,
        response: { 200: Type.Array(countAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await readCounts(services, actorOf(request), request.query)),
  )
}

/** Between two readings the authority may move again, when many roles are given at once. */
const readsAgainMax = 5

/** A holder as the gate, and whoever decides on a referral, is shown them. */
export const holderOf = (pass: RegisteredPass) => ({
  number: pass.number,
  model: pass.model,
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
