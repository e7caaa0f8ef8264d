import { statSync } from 'node:fs'
import { connectDatabase, type Instance, openInstance } from '../../src/app/instance.ts'
import type { Actor } from '../../src/identity/actor.rules.ts'
import type { AccountId } from '../../src/identity/grant.rules.ts'
import { areaPlace } from '../../src/identity/place.rules.ts'
import type { AreaCode } from '../../src/kernel/code.ts'
import type { Outcome } from '../../src/kernel/outcome.ts'
import { type CivilDate, epochMs } from '../../src/kernel/time.ts'
import { applyForPass } from '../../src/passes/apply-for-pass.ts'
import { approveApplication } from '../../src/passes/change-application.ts'
import { madeUpPhoto } from '../../src/passes/made-up/made-up-photo.ts'
import { madeUpApplicant } from '../../src/passes/made-up-passes.ts'
import { type PreparedPhoto, preparePhoto } from '../../src/passes/photo.ts'
import { PrintBatches } from '../../src/passes/printing/print-batches.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type HolderBoundId, newCommandId } from '../../src/platform/ids.ts'
import { cpuWithChildren } from './cpu.ts'
import { newHome, removeHome } from './leave.ts'
import type { Row } from './table.ts'

const limitSeconds = 60
const office = 'KH:0109' as AreaCode
/** As many as one gesture signs. */
const listMax = 50
const inFlight = 8
const facesUsed = 16

/** A thousand approved cases: signed in lists of fifty by the governor's gestures, then printed as one batch. What came before is not measured. */
export async function benchPrint({ quick }: { quick: boolean }): Promise<Row[]> {
  const count = quick ? 100 : 1000
  const home = newHome()
  const config = readConfig({ SPEAN_HOME: home, SPEAN_PORT: '0', SPEAN_LOG: 'silent', SPEAN_STATE: 'KH', SPEAN_MODE: 'demonstration' })
  const connected = await connectDatabase(config)
  const instance = await openInstance(config, connected)
  try {
    console.error(`  ${count} approved cases are made …`)
    const approved = await approveMany(instance, count)
    const signing = await seconds(async () => {
      const made = await instance.demonstration?.offices(office)
      for (let from = 0; from < count; from += listMax) accepted(await made?.sign(instance, approved.slice(from, from + listMax)))
    })
    const { printing, cpu, megabytes } = await printAll(instance, await printerOf(instance), count)
    const whole = signing + printing
    const figure = (value: number) => `${value.toFixed(1)} s`
    return [
      { what: `sign ${count} passes, lists of ${listMax}`, ours: figure(signing), against: '' },
      { what: `print them as one file of ${megabytes.toFixed(0)} MB, two workers`, ours: figure(printing), against: '' },
      { what: 'CPU of that, server and workers', ours: cpu === 0 ? 'unknown' : figure(cpu), against: '' },
      { what: `sign and print ${count} passes`, ours: figure(whole), against: '', wanted: `< ${limitSeconds} s`, holds: whole < limitSeconds },
    ]
  } finally {
    await instance.close()
    await connected.close({ stopServer: true }).catch(() => {})
    removeHome(home)
  }
}

async function printAll(instance: Instance, actor: Actor, count: number): Promise<{ printing: number; cpu: number; megabytes: number }> {
  const batches = new PrintBatches(instance)
  try {
    const id = newCommandId(epochMs(instance.now()))
    const before = cpuWithChildren(process.pid)
    const printing = await seconds(async () => {
      accepted(await batches.start({ requestId: id, actor, office, numbers: 'all' }))
      await batches.settled()
    })
    const cpu = (cpuWithChildren(process.pid) ?? 0) - (before ?? 0)
    const { state, done, failed } = accepted(batches.find(actor, id))
    if (state !== 'ready' || done !== count || failed.length > 0)
      throw new Error(`not whole: ${state}, ${done}, ${JSON.stringify(failed.slice(0, 3))}`)
    return { printing, cpu, megabytes: statSync(accepted(await batches.file(actor, id)).path).size / 1e6 }
  } finally {
    await batches.close()
  }
}

async function approveMany(instance: Instance, count: number): Promise<HolderBoundId[]> {
  const staff = await instance.demonstration?.offices(office)
  if (!staff) throw new Error('no made-up staff')
  const faces: PreparedPhoto[] = []
  for (let index = 0; index < facesUsed; index += 1) faces.push(accepted(await preparePhoto(await madeUpPhoto(index))))
  const requestId = () => newCommandId(epochMs(instance.now()))
  const approved: HolderBoundId[] = []
  const indexes = Array.from({ length: count }, (_, index) => index).values()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (const index of indexes) {
        const photo = faces[index % faces.length]
        if (!photo) throw new Error('no face')
        const applicant = madeUpApplicant(index, 'KH', office)
        const taken = accepted(await applyForPass(instance, { requestId: requestId(), actor: staff.clerk, office, applicant, photo, madeUp: true }))
        accepted(await staff.takeFee(instance, taken))
        accepted(await approveApplication(instance, { requestId: requestId(), actor: staff.reviewer, application: taken.id }))
        approved.push(taken.id)
      }
    }),
  )
  return approved
}

async function printerOf({ identity }: Instance): Promise<Actor> {
  const { rows } = await identity.pool.query<{ account: string }>("select account from role_grant where role = 'printer' and place = $1", [office])
  const account = rows[0]?.account as AccountId
  const grant = {
    id: 'bench',
    account,
    role: 'printer' as const,
    place: areaPlace(office),
    from: '2024-01-01' as CivilDate,
    lastDay: null,
    revokedAt: null,
  }
  return { account, name: 'printer', grants: [grant], nationalId: null, familyBook: null }
}

function accepted<T>(outcome: Outcome<T> | undefined): T {
  if (!outcome?.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
