// A process of its own: what the typesetter does to itself, it does not do to the server. It ends when its parent is gone.
import { readFileSync } from 'node:fs'
import { PageError, type PageFault } from './page-error.ts'
import type { PageJob } from './pass-page.ts'
import { openTypesetter } from './typesetter.ts'

export type WorkerAnswer = { readonly pdf: Uint8Array } | { readonly fault: PageFault; readonly detail: string }

const templates = {
  'pass-page': readFileSync(new URL('pass-page.typ', import.meta.url), 'utf8'),
  cover: readFileSync(new URL('cover.typ', import.meta.url), 'utf8'),
} as const
export type WorkerJob = { readonly template: keyof typeof templates; readonly job: PageJob }

const typesetter = openTypesetter()

process.on('disconnect', () => process.exit())
process.on('message', (message: WorkerJob) => {
  process.send?.(answer(message))
})

function answer({ template, job }: WorkerJob): WorkerAnswer {
  try {
    return { pdf: typesetter.typeset(templates[template], job) }
  } catch (error) {
    return { fault: error instanceof PageError ? error.fault : 'typst', detail: error instanceof Error ? error.message : 'unknown' }
  }
}
