import Type from 'typebox'
import { actorOf } from '../../identity/authorise.ts'
import type { PointId } from '../../kernel/code.ts'
import { placeNames } from '../../orders/place-names.ts'
import { type HttpServer, languageOf, sendOutcome, sendRefusal } from '../../platform/http.ts'
import { isoDate, nullable, refusals } from '../../platform/schemas.ts'
import { sendFile } from '../../platform/send-file.ts'
import { pointParams } from '../live/live.routes.ts'
import type { PointServices } from '../point-services.ts'
import { shiftAnswer } from '../shifts/shifts.routes.ts'
import { sayDaySheet } from './day-sheet.rules.ts'
import { readDaySheet } from './read-day.ts'

const [string, integer] = [Type.String(), Type.Integer()]
const referral = Type.Object({
  ...{ movement: string, lane: string, direction: string, at: string, reasons: Type.Array(string), state: string, to: nullable(string) },
  ...{ reason: nullable(string), decidedAt: nullable(string), decidedBy: nullable(string), confirm: string, usedBy: nullable(string) },
})
export const daySheetAnswer = Type.Object({
  point: string,
  day: isoDate,
  asOf: string,
  counts: Type.Array(Type.Object({ direction: string, outcome: string, n: integer })),
  hours: Type.Array(Type.Object({ hour: integer, lane: string, direction: string, outcome: string, n: integer })),
  orders: Type.Array(Type.Object({ id: string, number: string, stage: string, startsAt: string, endsAt: nullable(string) })),
  quotas: Type.Array(
    Type.Object({ order: string, number: string, session: integer, opens: string, closes: string, taken: integer, places: integer }),
  ),
  referrals: Type.Array(referral),
  overrides: Type.Array(referral, { description: 'referrals on whose decision somebody passed' }),
  notable: Type.Array(Type.Object({ outcome: string, rule: string, n: integer }), {
    description: 'refused or flagged, by the rules that decided it',
  }),
  undone: Type.Array(Type.Object({ movement: string, lane: string, direction: string, at: string, undoneAt: string })),
  vehicles: Type.Array(Type.Object({ class: string, direction: string, n: integer })),
  goods: Type.Array(Type.Object({ chapter: string, direction: string, nature: string, measure: string, sum: Type.Number() })),
  shifts: Type.Array(shiftAnswer),
})
export type DaySheetAnswer = Type.Static<typeof daySheetAnswer>
const querystring = Type.Object({ day: isoDate }, { additionalProperties: false })

/** A crossing point's day, to read and to print. */
export function dayRoutes(server: HttpServer, services: PointServices): void {
  const tags = ['Counts']
  const config = { needs: 'movement.read' } as const
  const asJson = { tags, summary: 'A point’s day on one sheet', params: pointParams, querystring, response: { 200: daySheetAnswer, ...refusals } }
  server.get('/api/v1/crossing-points/:states/:name/day', { config, schema: asJson }, async (request, reply) => {
    const { states, name } = request.params
    return sendOutcome(request, reply, await readDaySheet(services, actorOf(request), { point: `${states}/${name}`, day: request.query.day }))
  })
  const pdf = Type.String({ format: 'binary', contentMediaType: 'application/pdf' })
  const asFile = {
    tags,
    summary: 'The same, to print, in the caller’s language',
    params: pointParams,
    querystring,
    response: { 200: pdf, ...refusals },
  }
  server.get('/api/v1/crossing-points/:states/:name/day.pdf', { config, schema: asFile }, async (request, reply) => {
    const { states, name } = request.params
    const [point, language] = [`${states}/${name}`, languageOf(request)]
    const read = await readDaySheet(services, actorOf(request), { point, day: request.query.day })
    if (!read.ok) return sendRefusal(reply, request, read.refusal)
    const said = sayDaySheet(read.value, placeNames(services.registry.current, services.now()).point(point as PointId, language), language)
    const bytes = await services.printer.renderReport({ ...said, day: read.value.day, language, demonstration: services.mode === 'demonstration' })
    return sendFile(reply, { type: 'application/pdf', name: `${states}-${name}-${read.value.day}.pdf`, bytes })
  })
}
