import { webcrypto } from 'node:crypto'
import Type from 'typebox'
import type { PassIssuer } from '../credential/claims.ts'
import { webCryptoSigner } from '../credential/cose.ts'
import { issuePass } from '../credential/issue.ts'
import { parseAreaCode } from '../kernel/code.ts'
import { accept, refuse } from '../kernel/outcome.ts'
import { addDays, borderZone, civilDateAt, epochSeconds, parseCivilDate } from '../kernel/time.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { madeUpIndexMax } from './made-up/made-up-person.ts'
import { madeUpPhoto } from './made-up/made-up-photo.ts'
import { issueMadeUpPasses, type MadeUpOffices, madeUpApplicant } from './made-up-passes.ts'
import { officesOn } from './mandate.queries.ts'
import { listMadeUpPasses } from './pass.queries.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'

/** Made-up people and specimen codes: the trial's material, marked as such. */
export function madeUpRoutes(server: HttpServer, services: PassServices, staff: MadeUpOffices): void {
  const tags = ['Made up']
  server.get(
    '/api/v1/made-up/people',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags,
        summary: 'Made-up people to try the desk with',
        querystring: api.madeUpQuery,
        response: { 200: Type.Array(api.madeUpAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const { from = 0, count = 10 } = request.query
      const area = request.query.area === undefined ? undefined : parseAreaCode(request.query.area)
      const indexes = Array.from({ length: Math.min(count, madeUpIndexMax - from + 1) }, (_, offset) => from + offset)
      return sendOutcome(
        request,
        reply,
        accept(indexes.map((index) => ({ index, applicant: madeUpApplicant(index, services.state as PassIssuer, area) }))),
      )
    },
  )
  server.get(
    '/api/v1/made-up/people/:index/photo',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags,
        summary: 'The drawn face of a made-up person',
        params: api.madeUpParams,
        response: { 200: Type.String({ format: 'binary', contentMediaType: 'image/jpeg' }), ...refusals },
      },
    },
    async (request, reply) => {
      const photo = await madeUpPhoto(request.params.index)
      return reply.header('content-type', 'image/jpeg').send(Buffer.from(photo) as never)
    },
  )
  server.get(
    '/api/v1/made-up/passes',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags,
        summary: "Made-up people's passes in order of number",
        querystring: api.madeUpPassesQuery,
        response: { 200: Type.Array(api.madeUpPassAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const { after = '', limit = 1000 } = request.query
      const issuedBefore = parseCivilDate(request.query.issuedBefore ?? '') ?? addDays(civilDateAt(services.now(), borderZone), 1)
      return sendOutcome(request, reply, accept(await listMadeUpPasses(services.database, services.now(), { after, issuedBefore, limit })))
    },
  )
  server.post(
    '/api/v1/made-up/passes',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags,
        summary: 'Issue passes to made-up people as of a week ago, through the same commands as the desk',
        body: api.makePassesRequest,
        response: { 200: Type.Object({ issued: Type.Integer() }), ...refusals },
      },
    },
    async (request, reply) => {
      const issued = await issueMadeUpPasses(services, staff, request.body)
      services.trust.renew()
      return sendOutcome(request, reply, issued.ok ? accept({ issued: issued.value }) : issued)
    },
  )
  server.get(
    '/api/v1/made-up/specimens',
    {
      config: { needs: 'demonstration' },
      schema: {
        tags,
        summary: 'Codes that a gate must not let through: forged, expired, of an unknown key, of another system',
        response: { 200: Type.Array(api.specimenAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const specimens = await makeSpecimens(services)
      return sendOutcome(request, reply, specimens ? accept(specimens) : refuse('office.unknown'))
    },
  )
}

const yearSeconds = 365 * 86_400
const specimenIndex = 4_242

async function makeSpecimens(services: PassServices): Promise<api.SpecimenAnswer[] | undefined> {
  const now = services.now()
  const offices = await officesOn(services.database.query, civilDateAt(now, borderZone))
  const office = offices.find(({ id }) => id.startsWith(`${services.state}:`))
  if (!office) return undefined
  const key = await services.keys.keyOf(office.id, now)
  const person = madeUpApplicant(specimenIndex, services.state as PassIssuer, office.id)
  const at = epochSeconds(now)
  const claims = {
    ...person,
    issuer: services.state as PassIssuer,
    number: `${services.state}00SPECIMEN1`,
    homeArea: person.homeArea.slice(3),
    issuedAt: at - 60,
    expiresAt: at + yearSeconds,
    status: { index: 1, uri: `${services.profile.statusLists}${civilDateAt(now, borderZone).slice(0, 7).replace('-', '')}` },
    office: office.id.slice(3),
    extensionCount: 0,
    allowedClass: 1,
  }
  const stranger = (await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const forger = (kid: Uint8Array) => webCryptoSigner({ alg: -7, kid, key: stranger.privateKey })
  return [
    { kind: 'forged', qrText: await issuePass(claims, forger(key.signer.kid)) },
    { kind: 'expired', qrText: await issuePass({ ...claims, issuedAt: at - 2 * yearSeconds, expiresAt: at - 86_400 }, key.signer) },
    { kind: 'unknown-key', qrText: await issuePass(claims, forger(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))) },
    { kind: 'other-system', qrText: 'https://menu.example/table/7' },
  ]
}
