import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { CommandId } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { type CivilDate, type Instant, parseCivilDate, parseInstant } from '../kernel/time.ts'
import { type HttpServer, sendOutcome, sendRefusal } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { actorOf } from './authorise.ts'
import * as api from './identity.api.ts'
import type { OneTimeLink } from './sign-in/links.ts'
import { beginRecovery, closeAccount, confirmRecovery, endSessionsOf } from './staff/care-for-account.ts'
import { endRole, grantRole } from './staff/change-roles.ts'
import type { Changed, StaffServices } from './staff/change-staff.ts'
import { type AskedRole, inviteAgain, inviteStaff } from './staff/invite-staff.ts'
import { accountAnswer, answerOfMember, eventsOf, listStaff, type Page, readMember, readsOf, watchedMember } from './staff/staff.queries.ts'

const staff = ['Staff']
const params = api.memberParams
const member = { 200: api.memberAnswer, ...refusals }
const invited = { 200: api.invitedAnswer, ...refusals }

/** Who works where, in which role, and what is on record about them. */
export function staffRoutes(server: HttpServer, services: StaffServices): void {
  readingRoutes(server, services)
  invitingRoutes(server, services)
  changingRoutes(server, services)
  accountRoutes(server, services)
}

function readingRoutes(server: HttpServer, services: StaffServices): void {
  server.get(
    '/api/v1/staff',
    {
      config: { needs: 'staff.read' },
      schema: {
        tags: staff,
        summary: "Who works at a place, or at the caller's own places",
        querystring: api.staffQuery,
        response: { 200: Type.Array(api.memberAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await listStaff(services, actorOf(request), request.query.place)),
  )
  server.get(
    '/api/v1/staff/:id',
    { config: { needs: 'staff.read' }, schema: { tags: staff, summary: 'One member of staff, with every role', params, response: member } },
    async (request, reply) => sendOutcome(request, reply, await readMember(services, actorOf(request), request.params.id)),
  )
  server.get(
    '/api/v1/staff/:id/events',
    {
      config: { needs: 'staff.events' },
      schema: {
        tags: staff,
        summary: 'Sign-ins, failures, recoveries and role changes of a person, newest first',
        params,
        querystring: api.pageQuery,
        response: { 200: Type.Array(api.staffEventAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query)
      if (!page) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const actor = actorOf(request)
      const watched = await watchedMember(services, actor, request.params.id)
      return sendOutcome(request, reply, watched.ok ? accept(await eventsOf(services, actor, watched.value, page)) : watched)
    },
  )
  server.get(
    '/api/v1/staff/:id/reads',
    {
      config: { needs: 'staff.events' },
      schema: {
        tags: staff,
        summary: "Whose records a person looked at: counts by day, and one day's records",
        params,
        querystring: api.readsQuery,
        response: { 200: api.readsAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const day = dayOf(request.query.day)
      if (day === 'none') return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const actor = actorOf(request)
      const watched = await watchedMember(services, actor, request.params.id)
      return sendOutcome(request, reply, watched.ok ? accept(await readsOf(services, actor, watched.value.id, day)) : watched)
    },
  )
}

function invitingRoutes(server: HttpServer, services: StaffServices): void {
  const needs = 'staff.invite' as const
  server.post(
    '/api/v1/staff',
    {
      config: { needs },
      schema: {
        tags: staff,
        summary: 'Invite somebody: an account, its first role, a one-time link',
        body: api.inviteRequest,
        response: { 201: api.invitedAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const first = askedRole(request.body.first)
      if (!first) return sendRefusal(reply, request, refuse('staff.dates').refusal)
      const { name, home, nationalId = null, familyBook = null, provider = null } = request.body
      const command = { ...commandOf(request), name: name.normalize('NFC').trim(), home, nationalId, familyBook, first, provider }
      return sendOutcome(request, reply, await linkAnswer(services, request, await inviteStaff(services, command)), 201)
    },
  )
  server.post(
    '/api/v1/staff/:id/invitation',
    {
      config: { needs },
      schema: { tags: staff, summary: 'A new link for somebody who has not enrolled', params, body: api.bareRequest, response: invited },
    },
    async (request, reply) =>
      sendOutcome(
        request,
        reply,
        await linkAnswer(services, request, await inviteAgain(services, { ...commandOf(request), member: request.params.id })),
      ),
  )
}

function changingRoutes(server: HttpServer, services: StaffServices): void {
  const about = (request: Asked & { params: { id: string } }) => ({ ...commandOf(request), member: request.params.id })
  server.post(
    '/api/v1/staff/:id/grants',
    {
      config: { needs: 'staff.grant' },
      schema: { tags: staff, summary: 'Give a role at a place', params, body: api.grantRequest, response: member },
    },
    async (request, reply) => {
      const role = askedRole(request.body)
      if (!role) return sendRefusal(reply, request, refuse('staff.dates').refusal)
      const outcome = await grantRole(services, { ...about(request), ...role, reason: request.body.reason })
      return sendOutcome(request, reply, await memberAnswerOf(services, request, outcome))
    },
  )
  server.post(
    '/api/v1/staff/:id/grants/:grant/end',
    {
      config: { needs: 'staff.grant' },
      schema: { tags: staff, summary: 'End a role at once', params: api.grantParams, body: api.reasonRequest, response: member },
    },
    async (request, reply) => {
      const outcome = await endRole(services, { ...about(request), grant: request.params.grant, reason: request.body.reason })
      return sendOutcome(request, reply, await memberAnswerOf(services, request, outcome))
    },
  )
  const closing = { tags: staff, summary: 'Close an account: its roles and sessions end', params, body: api.reasonRequest, response: member }
  server.post('/api/v1/staff/:id/closing', { config: { needs: 'staff.grant' }, schema: closing }, async (request, reply) =>
    sendOutcome(
      request,
      reply,
      await memberAnswerOf(services, request, await closeAccount(services, { ...about(request), reason: request.body.reason })),
    ),
  )
  const recovery = {
    tags: staff,
    summary: 'Begin a recovery: nothing opens until another administrator confirms',
    params,
    body: api.reasonRequest,
    response: member,
  }
  server.post('/api/v1/staff/:id/recovery', { config: { needs: 'staff.recover' }, schema: recovery }, async (request, reply) =>
    sendOutcome(
      request,
      reply,
      await memberAnswerOf(services, request, await beginRecovery(services, { ...about(request), reason: request.body.reason })),
    ),
  )
  const confirmation = {
    tags: staff,
    summary: "Confirm another administrator's recovery: the one-time link",
    params,
    body: api.bareRequest,
    response: invited,
  }
  server.post('/api/v1/staff/:id/confirmation', { config: { needs: 'staff.recover' }, schema: confirmation }, async (request, reply) =>
    sendOutcome(request, reply, await linkAnswer(services, request, await confirmRecovery(services, about(request)))),
  )
  server.post(
    '/api/v1/staff/:id/sessions/end',
    {
      config: { needs: 'staff.recover' },
      schema: {
        tags: staff,
        summary: 'Sign a person out everywhere',
        params,
        body: api.reasonRequest,
        response: { 200: api.sessionsEndedAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const outcome = await endSessionsOf(services, { ...about(request), reason: request.body.reason })
      return sendOutcome(request, reply, outcome.ok ? accept({ ended: outcome.value.added ?? 0 }) : outcome)
    },
  )
}

function accountRoutes(server: HttpServer, services: StaffServices): void {
  const [tags, config] = [['Account'], { needs: 'signed-in' } as const]
  server.get(
    '/api/v1/account',
    { config, schema: { tags, summary: 'Who is signed in, their roles, and what they may do', response: { 200: api.accountAnswer, ...refusals } } },
    async (request, reply) => sendOutcome(request, reply, accept(accountAnswer(signedInOf(request), request.askedAt))),
  )
  server.get(
    '/api/v1/account/events',
    {
      config,
      schema: {
        tags,
        summary: 'What is on record about oneself',
        querystring: api.pageQuery,
        response: { 200: Type.Array(api.staffEventAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query)
      if (!page) return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const { account: id, home } = signedInOf(request)
      return sendOutcome(request, reply, accept(await eventsOf(services, actorOf(request), { id, home }, page)))
    },
  )
  server.get(
    '/api/v1/account/reads',
    {
      config,
      schema: { tags, summary: 'Whose records one looked at oneself', querystring: api.readsQuery, response: { 200: api.readsAnswer, ...refusals } },
    },
    async (request, reply) => {
      const day = dayOf(request.query.day)
      if (day === 'none') return sendRefusal(reply, request, refuse('time.invalid').refusal)
      const actor = actorOf(request)
      return sendOutcome(request, reply, accept(await readsOf(services, actor, actor.account, day)))
    },
  )
}

type Asked = Pick<FastifyRequest, 'signedIn' | 'askedAt'> & { readonly body: { readonly requestId: string } }
const commandOf = (request: Asked) => ({ requestId: request.body.requestId as CommandId, actor: actorOf(request) })

function signedInOf({ signedIn }: Pick<FastifyRequest, 'signedIn'>) {
  if (!signedIn) throw new Error('the route asks for a session')
  return signedIn
}

/** Undefined: one of the days does not exist. */
function askedRole(body: { role: AskedRole['role']; place: string; from: string; lastDay: string | null }): AskedRole | undefined {
  const [from, lastDay] = [parseCivilDate(body.from), body.lastDay === null ? null : parseCivilDate(body.lastDay)]
  return from && lastDay !== undefined ? { role: body.role, place: body.place, from, lastDay } : undefined
}

const dayOf = (text: string | undefined): CivilDate | undefined | 'none' => (text === undefined ? undefined : (parseCivilDate(text) ?? 'none'))

function pageOf({ before, limit = 100 }: { before?: string; limit?: number }): Page | undefined {
  const instant: Instant | undefined = before === undefined ? undefined : parseInstant(before.replace(' ', '+'))
  return before !== undefined && !instant ? undefined : { before: instant, limit }
}

async function memberAnswerOf(services: StaffServices, request: Asked, outcome: Outcome<Changed<unknown>>): Promise<Outcome<api.MemberAnswer>> {
  return outcome.ok ? accept(await answerOfMember(services, actorOf(request), outcome.value.member)) : outcome
}

async function linkAnswer(services: StaffServices, request: Asked, outcome: Outcome<Changed<OneTimeLink>>): Promise<Outcome<api.InvitedAnswer>> {
  if (!outcome.ok) return outcome
  const { member: changed, added } = outcome.value
  return accept({ member: await answerOfMember(services, actorOf(request), changed), link: added?.link ?? null, expiresAt: added?.expiresAt ?? null })
}
