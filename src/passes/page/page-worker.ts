// A process of its own: what the typesetter does to itself, it does not do to the server. It ends when its parent is gone.
import { readFileSync } from 'node:fs'
import { type CoverData, toCoverJob } from './cover.ts'
import { PageError, type PageFault } from './page-error.ts'
import { type PassPageData, toPageJob } from './pass-page.ts'
import { type ReceiptData, toReceiptJob } from './receipt.ts'
import { type ReportData, toReportJob } from './report.ts'
import { openTypesetter } from './typesetter.ts'

/** Codes are drawn here too: a list of pages keeps the server waiting for nothing. */
export type WorkerJob =
  | { readonly passes: readonly [PassPageData, ...PassPageData[]]; readonly title?: string }
  | { readonly cover: CoverData }
  | { readonly receipt: ReceiptData }
  | { readonly report: ReportData }
export type WorkerAnswer = { readonly pdf: Uint8Array } | { readonly fault: PageFault; readonly detail: string }

const templateOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
const templates = {
  page: templateOf('pass-page.typ'),
  cover: templateOf('cover.typ'),
  receipt: templateOf('receipt.typ'),
  report: templateOf('report.typ'),
}
const typesetter = openTypesetter()

process.on('disconnect', () => process.exit())
process.on('message', (job: WorkerJob) => {
  process.send?.(answer(job))
})

function answer(job: WorkerJob): WorkerAnswer {
  try {
    if ('cover' in job) return { pdf: typesetter.typeset(templates.cover, toCoverJob(job.cover)) }
    if ('receipt' in job) return { pdf: typesetter.typeset(templates.receipt, toReceiptJob(job.receipt)) }
    if ('report' in job) return { pdf: typesetter.typeset(templates.report, toReportJob(job.report)) }
    return { pdf: typesetter.typeset(templates.page, toPageJob(job.passes, job.title)) }
  } catch (error) {
    return { fault: error instanceof PageError ? error.fault : 'typst', detail: error instanceof Error ? error.message : 'unknown' }
  }
}
