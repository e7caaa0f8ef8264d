// A process of its own: what the typesetter does to itself, it does not do to the server. It ends when its parent is gone.
import { readFileSync } from 'node:fs'
import { PageError, type PageFault } from './page-error.ts'
import type { PageJob } from './pass-page.ts'
import { openTypesetter } from './typesetter.ts'

export type WorkerAnswer = { readonly pdf: Uint8Array } | { readonly fault: PageFault; readonly detail: string }

const template = readFileSync(new URL('pass-page.typ', import.meta.url), 'utf8')
const typesetter = openTypesetter()

process.on('disconnect', () => process.exit())
process.on('message', (job: PageJob) => {
  process.send?.(answer(job))
})

function answer(job: PageJob): WorkerAnswer {
  try {
    return { pdf: typesetter.typeset(template, job) }
  } catch (error) {
    return { fault: error instanceof PageError ? error.fault : 'typst', detail: error instanceof Error ? error.message : 'unknown' }
  }
}
