import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Law } from '../instruments/law.rules.ts'
import { readLaw } from '../instruments/law-file.ts'
import { type AreaCode, type InstrumentId, parseAreaCode } from '../kernel/code.ts'
import type { Text } from '../kernel/language.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import type { Power } from '../passes/mandate.rules.ts'
import { recordedHead } from '../passes/office-head.rules.ts'
import { type CrossingRow, importableRows, readCrossingTable } from '../places/crossing-table.rules.ts'
import { firstTableReadings } from '../places/crossing-table-readings.ts'
import { importCrossings } from '../places/import-crossings.ts'
import { ConfigFault, projectRoot } from '../platform/config.ts'
import { type Database, inTransaction, type Tx } from '../platform/database.ts'

type InstrumentFile = { id: string; kind: string; issuer: string; signedOn: string | null; inForceFrom: string; title: Text; source: string }[]
type OfficeFile = {
  kind: 'district' | 'province'
  /** Every district (or the province itself) of these provinces has an office. */
  provinces: AreaCode[]
  from: CivilDate
  instrument: InstrumentId
  mandate: { from: CivilDate; until: CivilDate | null; autoExtends: boolean; instrument: InstrumentId; powers: Power[] }
}[]
type LaterPoint = CrossingRow & { readonly instrument: InstrumentId }
export type AreaRow = {
  readonly code: AreaCode
  readonly parent: string
  readonly level: string
  readonly nameEn: string
  readonly nameNative: string
}

/** Before any dated row of the record: "as far back as it goes". */
const recordBegins = '1991-01-01' as CivilDate

export const readData = <T>(...path: string[]): T => JSON.parse(readFileSync(join(projectRoot, 'data', ...path), 'utf8')) as T

/** data/areas.csv: code, parent, level, English name, native name; no quoting in it. @throws naming the line that has not this form. */
export function readAreas(text = readFileSync(join(projectRoot, 'data', 'areas.csv'), 'utf8')): AreaRow[] {
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line, index) => {
      const [code = '', parent, level, nameEn, nameNative, ...more] = line.split(',')
      const area = parseAreaCode(code)
      if (!area || !parent || !level || !nameEn || !nameNative || more.length > 0)
        throw new ConfigFault(`data/areas.csv, line ${index + 2}: not code,parent,level,name_en,name_native`)
      return { code: area, parent, level, nameEn, nameNative }
    })
}

/** Puts the project's reference data into the database: what is there stays as it is, so a second run changes nothing. */
export async function loadReference(database: Database, now: Instant, today: CivilDate): Promise<Law> {
  const { law, sha256 } = readLaw()
  await inTransaction(database, { job: 'reference', at: now }, async (tx) => {
    await loadInstruments(tx)
    await loadLaw(tx, law, sha256, now)
    const areas = readAreas()
    await loadAreas(tx, areas)
    await loadOffices(tx, areas)
    const table = readCrossingTable(readFileSync(join(projectRoot, 'data', 'sources', 'kh-th-agreement-1997.txt'), 'utf8'), firstTableReadings, today)
    const rows = table.ok ? importableRows(table.value) : table
    if (!rows.ok)
      throw new ConfigFault(
        `the project's own crossing table is broken: ${rows.faults.map((fault) => `${fault.line}:${fault.column} ${fault.code}`).join(', ')}`,
      )
    const imported = await importCrossings(tx, rows.value)
    // Points that were opened after the table was published, each with its own source.
    const later = await importCrossings(tx, readData<LaterPoint[]>('crossing-points-later.json'))
    for (const done of [imported, later])
      if (!done.ok) throw new ConfigFault(`the project's own crossing points contradict the registry: ${JSON.stringify(done.refusal.about)}`)
  })
  return law
}

async function loadInstruments(tx: Tx): Promise<void> {
  const rows = readData<InstrumentFile>('instruments.json').map(({ id, kind, issuer, signedOn, inForceFrom, title, source }) => ({
    id,
    kind,
    title: JSON.stringify(title),
    issuer,
    signed_on: signedOn,
    in_force_from: inForceFrom,
    source,
  }))
  await tx
    .insertInto('instrument')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** A version that was loaded is never changed: other parameters need another version. */
async function loadLaw(tx: Tx, law: Law, sha256: string, now: Instant): Promise<void> {
  const { agreement, version } = law
  await tx
    .insertInto('law')
    .values({ agreement, version, sha256, body: JSON.stringify(law), loaded_at: now })
    .onConflict((conflict) => conflict.columns(['agreement', 'version']).doNothing())
    .execute()
  const loaded = await tx
    .selectFrom('law')
    .select('sha256')
    .where('agreement', '=', agreement)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (loaded.sha256 !== sha256)
    throw new ConfigFault(`data/law: ${agreement} version ${version} was loaded with other parameters; give the changed file a new version`)
}

async function loadAreas(tx: Tx, areas: readonly AreaRow[]): Promise<void> {
  const rows = areas.map(({ code, parent, level, nameEn, nameNative }) => ({
    code,
    valid_from: recordBegins,
    valid_until: null,
    parent,
    level,
    name_en: nameEn,
    name_native: nameNative,
    instrument: 'kh-th/area-codes',
  }))
  await tx
    .insertInto('area')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['code', 'valid_from']).doNothing())
    .execute()
}

async function loadOffices(tx: Tx, areas: readonly AreaRow[]): Promise<void> {
  for (const { kind, provinces, from, instrument, mandate } of readData<OfficeFile>('offices.json')) {
    const seats = areas.filter((area) => provinces.some((province) => (kind === 'province' ? area.code === province : area.parent === province)))
    const offices = seats.map(({ code }) => ({ id: code, valid_from: from, valid_until: null, kind, instrument }))
    await tx
      .insertInto('office')
      .values(offices)
      .onConflict((conflict) => conflict.columns(['id', 'valid_from']).doNothing())
      .execute()
    const mandates = seats.map(({ code, nameEn }) => ({
      id: `${code}/${mandate.from}`,
      instrument: mandate.instrument,
      office: code,
      holder: recordedHead(code, nameEn),
      powers: mandate.powers,
      area: code,
      valid_from: mandate.from,
      valid_until: mandate.until,
      auto_extends: mandate.autoExtends,
      revoked_at: null,
      revoked_by: null,
    }))
    await tx
      .insertInto('mandate')
      .values(mandates)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}
