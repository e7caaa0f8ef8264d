import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '../../identity/actor.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ProblemCode } from '../../kernel/problem.ts'
import { inTransaction, type Tx } from '../../platform/database.ts'
import type { HolderBoundId } from '../../platform/ids.ts'
import { inNameOf } from '../issuing.ts'
import { bindPages } from '../page/bind-pages.ts'
import { PageError } from '../page/page-error.ts'
import type { PassPageData } from '../page/pass-page.ts'
import { passPageOf } from '../pass-page-data.ts'
import type { PassServices } from '../pass-services.ts'
import { type PassToPrint, readToPrint } from '../read-pass.ts'
import { partPages } from './print-batch.rules.ts'

export type Printing = Pick<PassServices, 'database' | 'state' | 'law' | 'now' | 'registry' | 'printer' | 'printFolder' | 'profile'>
export type Failed = { readonly number: string; readonly code: ProblemCode }
export type Progress = {
  done(pages: number): void
  failed(failed: Failed): void
  /** Asked before each part: nobody waits for it any more. */
  isOver(): boolean
}
export type Rendering = {
  readonly actor: Actor
  readonly office: AreaCode
  readonly numbers: readonly string[]
  readonly folder: string
  readonly progress: Progress
}

/** Parts at work at once: one for each of the printer's workers, and one that is being read meanwhile. */
const atOnce = 3
export const boundFile = 'pages.pdf'

/** Reads, typesets and binds. A pass that may not be printed, or whose page cannot be made, is told and left out. Returns whose pages the file has; undefined: there is no file. */
export async function renderBatch(printing: Printing, rendering: Rendering): Promise<readonly HolderBoundId[] | undefined> {
  const { numbers, folder, progress } = rendering
  const parts = Array.from({ length: Math.ceil(numbers.length / partPages) }, (_, index) => numbers.slice(index * partPages, (index + 1) * partPages))
  const made = parts.map((): Made[] => [])
  const queue = parts.entries()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, part] of queue) {
        if (progress.isOver()) return
        made[index] = await makePart(printing, rendering, index, part)
      }
    }),
  )
  const inOrder = made.flat()
  if (inOrder.length === 0 || progress.isOver()) return undefined
  await bindPages(
    inOrder.map(({ path }) => path),
    join(folder, boundFile),
  )
  return inOrder.flatMap(({ applications }) => applications)
}

type Made = { readonly path: string; readonly applications: readonly HolderBoundId[] }
type Found = { readonly number: string; readonly application: HolderBoundId; readonly data: PassPageData }

async function makePart(printing: Printing, rendering: Rendering, index: number, numbers: readonly string[]): Promise<Made[]> {
  const found = await readPart(printing, rendering, numbers)
  const path = join(rendering.folder, `part-${index}`)
  if (await make(printing, rendering, `${path}.pdf`, found)) return [madeOf(`${path}.pdf`, found)]
  // One of them took the others with it: each alone, so that it fails alone.
  const made: Made[] = []
  for (const [each, one] of found.entries()) {
    const file = `${path}-${each}.pdf`
    if (rendering.progress.isOver()) return made
    if (await make(printing, rendering, file, [one])) made.push(madeOf(file, [one]))
    else rendering.progress.failed({ number: one.number, code: 'print.page-failed' })
  }
  return made
}

const madeOf = (path: string, found: readonly Found[]): Made => ({ path, applications: found.map(({ application }) => application) })

/** False: these pages cannot be made together. Nothing to make is nothing made. */
async function make({ printer }: Printing, { progress }: Rendering, path: string, found: readonly Found[]): Promise<boolean> {
  const [first, ...others] = found.map(({ data }) => data)
  if (!first) return false
  try {
    await writeFile(path, await printer.renderPassPages([first, ...others]), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (error instanceof PageError && error.fault !== 'closed') return false
    throw error
  }
  progress.done(found.length)
  return true
}

/** One transaction in the printer's name: who may, whose hands, each reading kept. */
function readPart(printing: Printing, rendering: Rendering, numbers: readonly string[]): Promise<Found[]> {
  const failed: Failed[] = []
  return inTransaction(printing.database, inNameOf(printing, rendering.actor), async (tx) => {
    failed.length = 0
    const found: Found[] = []
    for (const number of numbers) {
      const read = await readOne(tx, printing, rendering, number)
      if (!read.ok) failed.push({ number, code: read.refusal.code })
      else found.push({ number, application: read.value.application.id, data: dataOf(printing, read.value) })
    }
    return found
  }).then((found) => {
    failed.forEach(rendering.progress.failed)
    return found
  })
}

async function readOne(tx: Tx, printing: Printing, { actor, office }: Rendering, number: string): Promise<Outcome<PassToPrint>> {
  const read = await readToPrint(tx, actor, number, printing.now())
  if (!read.ok) return read
  const { pass } = read.value
  if (pass.office !== office) return refuse('pass.not-here')
  return read
}

const dataOf = ({ registry }: Printing, { pass, portrait }: PassToPrint): PassPageData => passPageOf(pass, portrait, registry.current)
