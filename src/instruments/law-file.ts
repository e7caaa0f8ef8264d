import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type, { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { states } from '../kernel/code.ts'
import { projectRoot } from '../platform/config.ts'
import { caseKinds, entryKinds, type Law, type LawRule, lawFaults, paperKinds, pointClasses } from './law.rules.ts'

const date = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const classes = Type.Array(Type.Union(pointClasses.map((name) => Type.Literal(name))), { uniqueItems: true })
const fee = Type.Object(
  { amount: Type.Integer({ minimum: 1 }), currency: Type.Union(['KHR', 'THB', 'LAK', 'VND'].map((code) => Type.Literal(code))) },
  { additionalProperties: false },
)
const years = Type.Integer({ minimum: 1, maximum: 20 })
const count = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const workingDays = Type.Integer({ minimum: 1, maximum: 366 })
const percent = Type.Integer({ minimum: 0, maximum: 100 })
const oneOf = (names: readonly string[]) => Type.Union(names.map((name) => Type.Literal(name)))
const papers = Type.Array(
  Type.Object(
    {
      oneOf: Type.Array(oneOf(paperKinds), { minItems: 1, uniqueItems: true }),
      count: Type.Integer({ minimum: 1, maximum: 10 }),
      when: oneOf(['always', 'guardian-needed']),
      basis: oneOf(['text', 'report', 'assumed']),
    },
    { additionalProperties: false },
  ),
  { minItems: 1 },
)

const nationality = Type.String({ pattern: '^[A-Z]{3}$' })
const passportEntry = {
  kind: oneOf(entryKinds),
  days: Type.Union([Type.Integer({ minimum: 1, maximum: 366 }), Type.Null()]),
  instrument: Type.String({ minLength: 1 }),
}

const values = {
  'pass.validity': { yearsMax: years },
  'pass.extension': { yearsMax: years, timesMax: Type.Union([count, Type.Null()]), daysBeforeEndMax: Type.Optional(count) },
  'pass.fee': fee.properties,
  'pass.extension-fee': fee.properties,
  'document.classes': { borderPass: classes, passport: classes },
  'passport.entry': {
    nationalities: Type.Array(
      Type.Object({ codes: Type.Array(nationality, { minItems: 1, uniqueItems: true }), ...passportEntry }, { additionalProperties: false }),
    ),
    others: Type.Object(passportEntry, { additionalProperties: false }),
  },
  'stay.days': { daysPerEntry: count, daysMax: count, extensionsMax: count, countEntryDay: Type.Boolean() },
  'applicant.residence': { areas: Type.Array(Type.String({ pattern: '^[A-Z]{2}:\\d{2,8}$' }), { minItems: 1 }) },
  'applicant.age': { onParentsPassUnder: count, guardianUnder: count },
  'applicant.residence-proof': { residenceMonthsMin: count, proofMonthsMax: count },
  'application.due': { workingDaysMax: workingDays, workingDaysTarget: workingDays },
  'application.papers': Object.fromEntries(caseKinds.map((kind) => [kind, papers])),
  'fee.split': { officePercent: percent, provincePercent: percent },
  'movement.repeat': { seconds: count },
  'movement.time': { futureSecondsMax: count, pastDaysMax: count },
} satisfies Record<LawRule, Record<string, TSchema>>
export const lawRules = Object.keys(values) as LawRule[]

const state = Type.Union(states.map((code) => Type.Literal(code)))
const lawSchema = Compile(
  Type.Object(
    {
      agreement: Type.String({ minLength: 1 }),
      version: Type.Integer({ minimum: 1 }),
      parties: Type.Array(state, { minItems: 2, maxItems: 2, uniqueItems: true }),
      instrument: Type.String({ minLength: 1 }),
      inForceFrom: date,
      parameters: Type.Array(
        Type.Union(
          lawRules.map((rule) =>
            Type.Object(
              {
                rule: Type.Literal(rule),
                scope: state,
                from: date,
                until: Type.Union([date, Type.Null()]),
                value: Type.Object(values[rule], { additionalProperties: false }),
                instrument: Type.String({ minLength: 1 }),
                note: Type.Optional(Type.String()),
              },
              { additionalProperties: false },
            ),
          ),
        ),
      ),
    },
    { additionalProperties: false },
  ),
)

/** Reads an agreement's data. @throws with every fault named when it has not the form, misses a rule, or has overlapping rows. */
export function parseLaw(json: string): { law: Law; sha256: string } {
  const law = checkedLaw(json, lawRules)
  return { law, sha256: createHash('sha256').update(JSON.stringify(law)).digest('hex') }
}

/** A version that was loaded at some time: rules that came after it are not missed in it. @throws like `parseLaw` for the rest. */
export function parseLoadedLaw(json: string): Law {
  const named = (JSON.parse(json) as Partial<Law>).parameters ?? []
  return checkedLaw(json, [...new Set(named.map(({ rule }) => rule))])
}

function checkedLaw(json: string, rules: readonly LawRule[]): Law {
  const read: unknown = JSON.parse(json)
  if (!lawSchema.Check(read)) {
    const [first] = [...lawSchema.Errors(read)]
    throw new Error(`The law file has not the agreed form: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
  }
  const law = JSON.parse(json) as Law
  const faults = lawFaults(law, rules)
  if (faults.length > 0) throw new Error(`The law file contradicts itself: ${faults.join('; ')}`)
  return law
}

export const readLaw = (file = join(projectRoot, 'data', 'law', 'kh-th-1997.json')): { law: Law; sha256: string } =>
  parseLaw(readFileSync(file, 'utf8'))
