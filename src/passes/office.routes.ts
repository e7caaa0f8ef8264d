import Type from 'typebox'
import { lawOn } from '../instruments/law.rules.ts'
import { parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { borderZone, civilDateAt } from '../kernel/time.ts'
import { isKnownArea } from '../places/registry.rules.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { assessResidence } from './applicant.rules.ts'
import { officesOn, signingMandate } from './mandate.queries.ts'
import type { PassServices } from './pass-services.ts'
import * as api from './passes.api.ts'

const today = (services: PassServices) => civilDateAt(services.now(), borderZone)

/** Whose instance this is, and at what price. */
export function instanceRoutes(server: HttpServer, services: PassServices): void {
  server.get(
    '/api/v1/instance',
    {
      config: { needs: 'public' },
      schema: {
        tags: ['Instance'],
        summary: 'Whose instance this is, its languages, currency and fee',
        response: { 200: api.instanceAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { profile, law, state } = services
      const fee = lawOn(law, 'pass.fee', state, today(services))
      const validity = lawOn(law, 'pass.validity', state, today(services))
      if (!fee || !validity) throw new Error('no fee or no validity is in force')
      const { name, languages, currency, localLanguage } = profile
      const { agreement, version } = law
      return sendOutcome(
        request,
        reply,
        accept({
          state,
          name,
          languages,
          currency,
          localLanguage,
          now: services.now(),
          version: services.version,
          mode: services.mode,
          signIn: services.signInWays,
          messages: services.messages,
          madeUpBank: services.madeUpBank,
          law: { agreement, version },
          validity: { ...validity.value, instrument: validity.instrument },
          fee: { ...fee.value, instrument: fee.instrument },
        }),
      )
    },
  )
}

/** Offices, and the question the desk asks while the form is being filled. */
export function officeRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Offices']
  server.get(
    '/api/v1/offices',
    {
      config: { needs: 'public' },
      schema: { tags, summary: 'Offices that take applications today', response: { 200: Type.Array(api.officeAnswer), ...refusals } },
    },
    async (request, reply) => {
      const offices = await officesOn(services.database.query, today(services))
      const names = new Map(services.registry.current.areas.map((area) => [area.code, area.name]))
      return sendOutcome(
        request,
        reply,
        accept(offices.map(({ id, kind, instrument }) => ({ id, kind, instrument, name: names.get(id) ?? { en: id, native: id } }))),
      )
    },
  )
  server.post(
    '/api/v1/eligibility',
    {
      config: { needs: 'application.take' },
      schema: {
        tags,
        summary: 'May this office issue to a resident of this address, under which mandate and at which price',
        body: api.eligibilityRequest,
        response: { 200: api.eligibilityAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await askEligibility(services, request.body)),
  )
}

async function askEligibility(services: PassServices, asked: { office: string; homeArea: string; nationality: string }): Promise<Outcome<object>> {
  const [office, homeArea] = [parseAreaCode(asked.office), parseAreaCode(asked.homeArea)]
  const date = today(services)
  if (!office || !homeArea || !isKnownArea(services.registry.current, homeArea, date)) return refuse('area.unknown')
  if (!(await officesOn(services.database.query, date)).some(({ id }) => id === office)) return refuse('office.unknown', { about: { office } })
  const refused = assessResidence(services.law, services.state, office, { homeArea, nationality: asked.nationality }, date)
  if (refused) return refused
  const mandate = await signingMandate(services.database.query, { office, area: homeArea, now: services.now() })
  const fee = lawOn(services.law, 'pass.fee', services.state, date)
  if (!mandate.ok || !fee) return mandate.ok ? refuse('office.unknown', { about: { office } }) : mandate
  const { id, instrument, holder } = mandate.value
  return accept({ fee: { ...fee.value, instrument: fee.instrument }, mandate: { id, instrument, holder } })
}
