import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Text } from '../../kernel/language.ts'
import { borderZone, type CivilDate, civilDateAt, type Instant, inForce } from '../../kernel/time.ts'
import { type VehicleClass, vehicleClasses } from '../../kernel/vehicle.ts'
import { projectRoot } from '../../platform/config.ts'
import { type ChapterRules, goodsUnits } from './goods-sheet.rules.ts'
import type { ClassBounds } from './vehicle-sheet.rules.ts'

const closed = { additionalProperties: false }
const date = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const name = Type.Object({ km: Type.String({ minLength: 1 }), th: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed)
const twoDigits = Type.String({ pattern: '^\\d\\d$' })
const unit = Type.Union(goodsUnits.map((each) => Type.Literal(each)))

const classesFile = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    source: Type.String({ minLength: 1 }),
    classes: Type.Array(
      Type.Object(
        {
          class: Type.Union(vehicleClasses.map((each) => Type.Literal(each))),
          from: date,
          until: Type.Union([date, Type.Null()]),
          wheelsMin: Type.Integer({ minimum: 1, maximum: 99 }),
          wheelsMax: Type.Integer({ minimum: 1, maximum: 99 }),
          plate: Type.Union([Type.Literal('must'), Type.Literal('may'), Type.Literal('none')]),
          trailer: Type.Boolean(),
          instrument: Type.String({ minLength: 1 }),
        },
        closed,
      ),
    ),
  },
  closed,
)
const classesSchema = Compile(classesFile)

/** The bounds of a class on the day of an instant, by the border's calendar. */
export type VehicleClasses = (name: VehicleClass, at: Instant) => ClassBounds

/** @throws when the file has not the agreed form; and for a class without exactly one row on the asked day. */
export function parseVehicleClasses(json: string): VehicleClasses {
  const read: unknown = JSON.parse(json)
  if (!classesSchema.Check(read)) throw new Error('data/vehicle-classes.json has not the agreed form')
  const { classes } = read as Static<typeof classesFile>
  const odd = classes.find(({ wheelsMin, wheelsMax }) => wheelsMin > wheelsMax)
  if (odd) throw new Error(`data/vehicle-classes.json has no wheels for ${odd.class}`)
  return (wanted, at) => {
    const day = civilDateAt(at, borderZone)
    const rows = classes.filter((row) => row.class === wanted && inForce({ from: row.from as CivilDate, until: row.until as CivilDate | null }, day))
    const [row, second] = rows
    if (!row || second) throw new Error(`data/vehicle-classes.json has ${second ? 'two rows' : 'no row'} of ${wanted} on ${day}`)
    return row
  }
}

const chaptersFile = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    source: Type.String({ minLength: 1 }),
    reserved: Type.Array(twoDigits),
    national: Type.Array(twoDigits),
    unitsOnlyOf: Type.Object(Object.fromEntries(goodsUnits.map((each) => [each, Type.Optional(Type.Array(twoDigits))])), closed),
    unitsNeverOf: Type.Record(twoDigits, Type.Array(unit)),
    chapters: Type.Array(Type.Object({ chapter: twoDigits, name }, closed)),
  },
  closed,
)
const chaptersSchema = Compile(chaptersFile)

export type Chapters = ChapterRules & { readonly named: readonly { readonly chapter: string; readonly name: Text }[] }

/** @throws when the file has not the agreed form, or names a chapter twice. */
export function parseChapters(json: string): Chapters {
  const read: unknown = JSON.parse(json)
  if (!chaptersSchema.Check(read)) throw new Error('data/hs-chapters.json has not the agreed form')
  const {
    chapters: named,
    reserved,
    national,
    unitsOnlyOf,
    unitsNeverOf,
  } = read as unknown as {
    chapters: Chapters['named']
    reserved: string[]
    national: string[]
  } & Pick<ChapterRules, 'unitsOnlyOf' | 'unitsNeverOf'>
  const chapters = new Set(named.map(({ chapter }) => chapter))
  const all = [...named.map(({ chapter }) => chapter), ...reserved, ...national]
  if (new Set(all).size !== all.length) throw new Error('data/hs-chapters.json names a chapter twice')
  return { named, chapters, reserved: new Set(reserved), national: new Set(national), unitsOnlyOf, unitsNeverOf }
}

const readData = (file: string): string => readFileSync(join(projectRoot, 'data', file), 'utf8')
export const readVehicleClasses = (): VehicleClasses => parseVehicleClasses(readData('vehicle-classes.json'))
export const readChapters = (): Chapters => parseChapters(readData('hs-chapters.json'))
