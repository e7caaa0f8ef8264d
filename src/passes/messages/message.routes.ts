import { actorOf } from '../../identity/authorise.ts'
import { may } from '../../identity/authority.rules.ts'
import { areaPlace } from '../../identity/place.rules.ts'
import { accept } from '../../kernel/outcome.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { refusals } from '../../platform/schemas.ts'
import { readCase, stepOf } from '../application-answers.ts'
import { shown } from '../fields.rules.ts'
import type { PassServices } from '../pass-services.ts'
import { applicationParams } from '../passes.api.ts'
import { rolesAt } from '../shown-answers.ts'
import { findMobile, messagesOf } from './message.queries.ts'
import * as api from './messages.api.ts'
import { isOpenToMessages } from './mobile.rules.ts'
import { setMobile } from './set-mobile.ts'

type Asker = Parameters<typeof actorOf>[0]

/** What the applicant was told, whether it went out, and by which number. */
export function messageRoutes(server: HttpServer, services: PassServices): void {
  const tags = ['Applications']
  const read = async (request: Asker, id: string) => {
    const actor = actorOf(request)
    const found = await readCase(services, actor, id, async (tx, application) => ({
      mobile: await findMobile(tx, application.id),
      messages: await messagesOf(tx, application.id),
    }))
    if (!found.ok) return found
    const { application, found: told } = found.value
    const roles = rolesAt(actor, 'application.read', application.office, services.now())
    const isTaking = may(actor.grants, 'application.take', areaPlace(application.office), services.now()).ok
    return accept({
      ...shown(roles, 'contact', { mobile: told.mobile ?? null }),
      use: services.messages,
      has: told.mobile !== undefined,
      mayChange: services.messages !== 'off' && isTaking && isOpenToMessages(application.state),
      messages: told.messages.map((message) => shown(roles, 'message', message)),
    })
  }
  server.get(
    '/api/v1/applications/:id/messages',
    {
      config: { needs: 'application.read' },
      schema: {
        tags,
        summary: 'What the applicant was told by message, and whether it went out',
        params: applicationParams,
        response: { 200: api.messagesAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await read(request, request.params.id)),
  )
  server.post(
    '/api/v1/applications/:id/mobile',
    {
      config: { needs: 'application.take' },
      schema: {
        tags,
        summary: 'The number that messages of the case go to, with its person’s consent; null takes it out',
        params: applicationParams,
        body: api.mobileRequest,
        response: { 200: api.messagesAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const set = await setMobile(services, services.messages !== 'off', { ...stepOf(request), mobile: request.body.mobile })
      if (!set.ok) return sendRefusal(reply, request, set.refusal)
      return sendOutcome(request, reply, await read(request, request.params.id))
    },
  )
}
