import Type from 'typebox'
import type { Actor } from '../identity/actor.rules.ts'
import { actorOf } from '../identity/authorise.ts'
import { may } from '../identity/authority.rules.ts'
import type { Action } from '../identity/authority-lists.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import { type AreaCode, type CommandId, parseAreaCode } from '../kernel/code.ts'
import { accept, type Outcome, refuse } from '../kernel/outcome.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, parseCivilDate } from '../kernel/time.ts'
import { inTransaction, type Tx } from '../platform/database.ts'
import { type HttpServer, sendOutcome } from '../platform/http.ts'
import { refusals } from '../platform/schemas.ts'
import { checkStatement, closeDay, type SplitOn } from './close-day.ts'
import { cashLines, type DayCloseShown, findCloses, type StatementKept, transferLines } from './day.queries.ts'
import { type DayLine, expectedCash } from './day.rules.ts'
import { type DayPayments, listDayPayments } from './day-payments.queries.ts'
import { inNameOf, type Payments } from './payment-services.ts'
import * as api from './payments.api.ts'
import { parseStatement } from './statement.rules.ts'

export type DayServices = Payments & { readonly splitOn: SplitOn }

const tags = ['Till']

/** The till's day: what is in it, closing it, and the days that were closed. */
export function dayRoutes(server: HttpServer, payments: DayServices): void {
  readingRoutes(server, payments)
  server.get(
    '/api/v1/day',
    {
      config: { needs: 'payment.close-day' },
      schema: {
        tags,
        summary: 'What a close of your day would hold now',
        querystring: api.dayQuery,
        response: { 200: api.dayNowAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await dayNow(payments, actorOf(request), request.query.office)),
  )
  server.post(
    '/api/v1/day/statement',
    {
      config: { needs: 'payment.close-day' },
      schema: {
        tags,
        summary: 'What the bank’s list matches of the office’s transfers; nothing is kept, and nothing is closed',
        body: api.statementRequest,
        response: { 200: api.statementAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await statementNow(payments, actorOf(request), request.body)),
  )
  server.post(
    '/api/v1/day-closes',
    {
      config: { needs: 'payment.close-day' },
      schema: {
        tags,
        summary: 'Close your day: the cash counted, the bank’s list, and why something differs',
        body: api.closeRequest,
        response: { 200: api.dayCloseAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const { requestId, office, counted, explanation = null, statement = null } = request.body
      const area = parseAreaCode(office)
      if (!area) return sendOutcome(request, reply, refuse('office.unknown', { about: { office } }))
      const command = { requestId: requestId as CommandId, actor: actorOf(request), office: area, counted, explanation, statement }
      return sendOutcome(request, reply, await closeDay(payments, command))
    },
  )
}

function readingRoutes(server: HttpServer, payments: DayServices): void {
  server.get(
    '/api/v1/payments',
    {
      config: { needs: 'payment.read' },
      schema: {
        tags,
        summary: 'What an office took on a day: cash and transfers, with their charges',
        querystring: api.dayPaymentsQuery,
        response: { 200: api.dayPaymentsAnswer, ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await paymentsOf(payments, actorOf(request), request.query)),
  )
  server.get(
    '/api/v1/day-closes',
    {
      config: { needs: 'payment.read' },
      schema: {
        tags,
        summary: 'Closed days of an office, newest first',
        querystring: api.dayClosesQuery,
        response: { 200: Type.Array(api.dayCloseAnswer), ...refusals },
      },
    },
    async (request, reply) => sendOutcome(request, reply, await closesOf(payments, actorOf(request), request.query)),
  )
}

/** A reading at an office, for somebody who may do this there. */
async function atOffice<T>(
  payments: Payments,
  actor: Actor,
  action: Action,
  office: string,
  read: (tx: Tx, area: AreaCode) => Promise<T>,
): Promise<Outcome<T>> {
  const area = parseAreaCode(office)
  if (!area) return refuse('office.unknown', { about: { office } })
  const allowed = may(actor.grants, action, areaPlace(area), payments.now())
  if (!allowed.ok) return allowed
  return inTransaction(payments.database, inNameOf(payments, actor), async (tx) => accept(await read(tx, area)))
}

const dayNow = (payments: DayServices, actor: Actor, office: string) =>
  atOffice(payments, actor, 'payment.close-day', office, async (tx, area) => {
    const day = civilDateAt(payments.now(), borderZone)
    const [closed] = await findCloses(tx, area, { from: day, until: day, cashier: actor.account })
    const cash = await cashLines(tx, area, actor.account)
    const transfers = await transferLines(tx, area)
    const currency = [...cash, ...transfers][0]?.currency ?? null
    return {
      office: area,
      day,
      closed: closed !== undefined,
      currency,
      expected: expectedCash(cash),
      cash: cash.map(short),
      transfers: transfers.map(short),
      split: payments.splitOn(day),
    }
  })
const short = ({ id, kind, how, amount, at }: DayLine) => ({ id, kind, how, amount, at })

/** Today when no day is named. */
async function paymentsOf(
  payments: Payments,
  actor: Actor,
  { office, day, limit = 200 }: { office: string; day?: string; limit?: number },
): Promise<Outcome<DayPayments>> {
  const asked = day === undefined ? civilDateAt(payments.now(), borderZone) : parseCivilDate(day)
  if (!asked) return refuse('time.invalid')
  return atOffice(payments, actor, 'payment.read', office, (tx, area) => listDayPayments(tx, area, asked, limit))
}

async function statementNow(
  payments: Payments,
  actor: Actor,
  { office, statement }: { office: string; statement: string },
): Promise<Outcome<StatementKept>> {
  const list = parseStatement(statement)
  if (!list.ok) return list
  return atOffice(payments, actor, 'payment.close-day', office, (tx, area) => checkStatement(tx, area, list.value))
}

/** A month when no days are named. */
async function closesOf(
  payments: Payments,
  actor: Actor,
  { office, from, until }: { office: string; from?: string; until?: string },
): Promise<Outcome<DayCloseShown[]>> {
  const today = civilDateAt(payments.now(), borderZone)
  const [first, last] = [parseCivilDate(from ?? addDays(today, -31)), parseCivilDate(until ?? today)] as const
  if (!first || !last) return refuse('time.invalid')
  return atOffice(payments, actor, 'payment.read', office, async (tx, area) =>
    findCloses(tx, area, { from: first as CivilDate, until: last as CivilDate }),
  )
}
