// Goal: closed days that moved the last lawful day count from the very minute at which the day of the law ends, not from the day after. Method: one foreigner on the way home, around that minute.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLaw } from '../instruments/law-file.ts'
import type { CommandId, PointId } from '../kernel/code.ts'
import { type CivilDate, type Instant, parseInstant } from '../kernel/time.ts'
import { needsTolled } from './hypothetical.rules.ts'
import { decideMovement } from './record.rules.ts'
import type { Stay } from './stay.rules.ts'
import { askedFor, openPoint } from './test-facts.ts'

const at = (text: string): Instant => parseInstant(`${text}+07:00`) ?? assert.fail(text)
const id = '0193463b-0000-7000-8000-000000000001' as CommandId
const poipet = 'kh-th/poipet' as PointId
const book = { law: readLaw().law, orders: new Map() }
const stay: Stay = {
  ...{ number: 1, state: 'open', closed: null, lawfulUntil: '2026-11-16' as CivilDate, lawfulThrough: null, version: 1 },
  opened: { movement: id, at: at('2026-11-10T09:00'), point: poipet },
}

/** What is found of the stay, with these days closed before. */
function foundAt(moment: string, closed: readonly string[]) {
  const around = { minutesBetween: () => null, tolledDays: () => closed as CivilDate[] }
  const minute = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
  const request = {
    ...askedFor,
    id,
    fingerprint: '',
    direction: 'exit' as const,
    occurredAt: at(moment),
    point: openPoint({ minute, open: minute < 1200 }),
  }
  const record = { pass: null, watch: [], stay, referral: null, decided: null, quotas: [], beside: [] }
  const decision = decideMovement({ state: 'KH', book, around, lateHours: 24 }, request, record, at(moment))
  assert.equal(decision.type, 'recorded')
  if (decision.type !== 'recorded') return undefined
  const found = decision.verdict.findings.find(({ reason }) => ['in-time', 'days-tolled', 'late-foreigner'].includes(reason))
  return [found?.reason, found?.about?.['until'] ?? null, needsTolled(decision.facts)]
}

const rows: [moment: string, closed: string[], reason: string, until: string | null, asked: boolean][] = [
  ['2026-11-15T20:30', ['2026-11-12'], 'in-time', null, false],
  ['2026-11-16T19:59', ['2026-11-12'], 'in-time', null, true],
  ['2026-11-16T20:00', ['2026-11-12'], 'days-tolled', '2026-11-17', true],
  ['2026-11-16T20:00', ['2026-11-16'], 'days-tolled', '2026-11-17', true],
  ['2026-11-16T20:00', [], 'late-foreigner', '2026-11-16', true],
  ['2026-11-17T10:00', ['2026-11-12'], 'days-tolled', '2026-11-17', true],
  ['2026-11-17T20:00', ['2026-11-12'], 'late-foreigner', '2026-11-17', true],
]
for (const [moment, closed, ...found] of rows)
  test(`${moment}, closed ${closed.join() || 'never'}`, () => assert.deepEqual(foundAt(moment, closed), found))
