import type { StateCode } from '../../kernel/code.ts'
import { addDays, type CivilDate, epochMs } from '../../kernel/time.ts'
import type { CountAnswer, MovementAnswer } from '../../movements/movements.api.ts'
import { toldAtHeader } from '../../movements/told-at.ts'
import type { SpecimenAnswer } from '../../passes/passes.api.ts'
import { newCommandId } from '../../platform/ids.ts'
import { type Client, ProgressBar } from './day-client.ts'
import type { Pass } from './day-passes.ts'
import type { PlayedDocument } from './day-people.rules.ts'
import type { Crossing, DayPlan, VehicleCrossing } from './day-plan.rules.ts'

/** The point that is played, and the one where somebody shows a pass that cannot be there yet. */
export type Gates = {
  readonly client: Client
  readonly point: string
  readonly elsewhere: { readonly client: Client; readonly point: string } | undefined
}
export type Papers = {
  readonly state: StateCode
  readonly date: CivilDate
  readonly passes: readonly Pass[]
  readonly specimens: readonly SpecimenAnswer[]
}
/** What the answers add up to, and what the server counts more than before. */
export type Compared = { readonly what: string; readonly answered: number; readonly counted: number; readonly same: boolean }
export type Played = {
  readonly answers: ReadonlyMap<string, number>
  readonly milliseconds: readonly number[]
  readonly seconds: number
  readonly failed: number
  readonly unexpected: number
  readonly sheets: number
  readonly compared: readonly Compared[]
}

/** Sends the day's movements and sheets as fast as the server takes them, each document's own in order, and compares its counts with its answers. */
export async function playSteps(gates: Gates, papers: Papers, { steps }: DayPlan): Promise<Played> {
  const before = await countsOf(gates, papers.date)
  const play = new Play(gates, papers)
  const bar = new ProgressBar('movements and sheets', steps.length)
  const started = performance.now()
  await gates.client.each(steps, async (step) => {
    await (step.type === 'crossing' ? play.crossing(step) : play.vehicle(step))
    bar.step()
  })
  const seconds = (performance.now() - started) / 1000
  bar.end()
  return { ...play.told(), seconds, compared: compare(play.recorded, before, await countsOf(gates, papers.date)) }
}

class Play {
  readonly recorded = new Map<string, number>()
  readonly #answers = new Map<string, number>()
  readonly #milliseconds: number[] = []
  readonly #last = new Map<string, Promise<unknown>>()
  /** Ids of the movements that let somebody through. */
  readonly #through = new Map<Crossing, Promise<string | undefined>>()
  #failed = 0
  #unexpected = 0
  #sheets = 0
  readonly #gates: Gates
  readonly #papers: Papers
  constructor(gates: Gates, papers: Papers) {
    this.#gates = gates
    this.#papers = papers
  }

  crossing(step: Crossing): Promise<unknown> {
    const before = this.#last.get(step.key) ?? Promise.resolve()
    const done = before.then(() => this.#record(step))
    this.#last.set(step.key, done)
    this.#through.set(step, done)
    return done
  }

  async #record(step: Crossing): Promise<string | undefined> {
    const { client, point } = step.elsewhere && this.#gates.elsewhere ? this.#gates.elsewhere : this.#gates
    const { member, arrival, at, lane, direction, photo, party } = step
    const id = newCommandId(epochMs(at))
    const { photo: _photo, ...more } = member.said
    const vehicle = party.vehicle && { vehicle: { class: party.vehicle.class, wheels: party.vehicle.wheels }, plate: party.vehicle.plate }
    const body = {
      ...{ id, point, lane, direction, document: this.#shown(member.document), occurredAt: at, photo, ...more, ...vehicle },
      ...(arrival && { arrival: { at: arrival, by: 'first-scan' } }),
    }
    const sent = performance.now()
    const { status, value } = await client.send('POST', '/api/v1/movements', body, { [toldAtHeader]: at })
    this.#milliseconds.push(performance.now() - sent)
    if (status >= 500) this.#failed += 1
    const isRecorded = status < 300
    const said = isRecorded ? (value as MovementAnswer).verdict.outcome : ((value as { code?: string }).code ?? String(status))
    if (said !== step.expect) this.#unexpected += 1
    add(this.#answers, isRecorded ? wordOf(value as MovementAnswer) : `refused by rule: ${said}`)
    if (!isRecorded) return undefined
    add(this.recorded, `${point} ${direction} ${said}`)
    return said === 'admit' || said === 'admit-with-flag' ? id : undefined
  }

  /** Whoever sits in it has crossed before; who was stopped is not on the sheet, and without its driver there is none. */
  async vehicle({ party: { vehicle }, riders, at, lane, direction }: VehicleCrossing): Promise<void> {
    const [driver, ...others] = await Promise.all(riders.map((rider) => this.#through.get(rider)))
    if (!driver) return
    const passengers = others.flatMap((each) => each ?? [])
    const { client, point } = this.#gates
    const id = newCommandId(epochMs(at))
    const plate = { written: vehicle.plate, state: this.#papers.state }
    await this.#sheet(client, '/api/v1/vehicle-sheets', {
      ...{ id, point, lane, direction, occurredAt: at, class: vehicle.class, wheels: vehicle.wheels, plate, driver, passengers },
    })
    add(this.recorded, `${point} ${direction} ${vehicle.class}`)
    if (vehicle.class === 'car') return
    const rice = { chapter: '10', unit: 't', value: 4_000_000, currency: 'KHR' }
    const lines = [
      { ...rice, nature: 'declared', quantity: 10 },
      { ...rice, nature: 'seen', quantity: 10.4 },
    ]
    await this.#sheet(client, '/api/v1/goods-sheets', { id: newCommandId(epochMs(at)), vehicleSheet: id, lines })
  }

  async #sheet(client: Client, path: string, body: object): Promise<void> {
    await client.post(path, body)
    this.#sheets += 1
  }

  #shown(document: PlayedDocument): object {
    if (document.kind === 'mrz') return { mrz: document.mrz }
    if (document.kind === 'specimen') return { text: this.#papers.specimens.find(({ kind }) => kind === document.specimen)?.qrText ?? '' }
    const pass = this.#papers.passes[document.pass]
    return document.typed ? { number: pass?.number ?? '' } : { text: pass?.qrText ?? '' }
  }

  told(): Omit<Played, 'seconds' | 'compared'> {
    const milliseconds = this.#milliseconds.toSorted((a, b) => a - b)
    return { answers: this.#answers, milliseconds, failed: this.#failed, unexpected: this.#unexpected, sheets: this.#sheets }
  }
}

const add = (sums: Map<string, number>, key: string, n = 1): void => void sums.set(key, (sums.get(key) ?? 0) + n)

function wordOf({ verdict }: MovementAnswer): string {
  const words = { admit: 'admitted', 'admit-with-flag': 'flagged', refer: 'referred', refuse: 'refused' } as const
  const deciding = verdict.findings
    .filter((finding) => finding.effect === verdict.outcome && verdict.outcome !== 'admit')
    .map((finding) => `${finding.rule} (${finding.reason})`)
  return [words[verdict.outcome], ...deciding].join(': ')
}

/** A line that forms before closing is worked off after it: some movements fall on the next day. */
async function countsOf({ client, point, elsewhere }: Gates, date: CivilDate): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  const range = (of: string) => `point=${encodeURIComponent(of)}&from=${date}&until=${addDays(date, 2)}`
  for (const gate of [{ client, point }, ...(elsewhere ? [elsewhere] : [])])
    for (const each of await gate.client.get<CountAnswer[]>(`/api/v1/counts?${range(gate.point)}`))
      add(sums, `${gate.point} ${each.direction} ${each.outcome}`, each.count)
  const vehicles = await client.get<{ class: string; direction: string; count: number }[]>(`/api/v1/vehicle-counts?${range(point)}`)
  for (const each of vehicles) add(sums, `${point} ${each.direction} ${each.class}`, each.count)
  return sums
}

function compare(recorded: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Compared[] {
  return [...new Set([...recorded.keys(), ...after.keys()])].sort().flatMap((what) => {
    const [answered, counted] = [recorded.get(what) ?? 0, (after.get(what) ?? 0) - (before.get(what) ?? 0)]
    return answered === 0 && counted === 0 ? [] : [{ what, answered, counted, same: answered === counted }]
  })
}
