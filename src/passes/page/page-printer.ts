import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openWorkerPool } from '../../platform/worker-pool.ts'
import type { CoverData } from './cover.ts'
import { PageError } from './page-error.ts'
import type { WorkerAnswer, WorkerJob } from './page-worker.ts'
import type { PassPageData } from './pass-page.ts'
import type { ReceiptData } from './receipt.ts'
import type { ReportData } from './report.ts'

export type PagePrinter = {
  /**
   * The pass as a PDF/A page of 125 × 88 mm; equal data give equal bytes. Throws PageError: see `pageFaults`. After `time-out` or
   * `worker-died` the next page gets a new worker.
   */
  readonly renderPassPage: (data: PassPageData) => Promise<Uint8Array>
  /** Several in one file, in order: a part that `bindPages` takes. A page that cannot be made fails them all. */
  readonly renderPassPages: (passes: readonly [PassPageData, ...PassPageData[]]) => Promise<Uint8Array>
  /** The booklet's cover. */
  readonly renderCover: (data: CoverData) => Promise<Uint8Array>
  /** What was paid, for the payer. */
  readonly renderReceipt: (data: ReceiptData) => Promise<Uint8Array>
  /** Tables on as many A4 pages as they need. */
  readonly renderReport: (data: ReportData) => Promise<Uint8Array>
  /** Ends the workers; waiting pages fail with `closed`. */
  readonly close: () => void
}

type Options = {
  /** Processes at the same time; each takes about 200 MB. They start with the first page. */
  readonly workersMax?: number
  /** From the moment a worker has the page, its own start included. */
  readonly timeoutMs?: number
  readonly waitingMax?: number
  readonly workerFile?: URL
}
export function openPagePrinter(options: Options = {}): PagePrinter {
  const { workersMax = 1, timeoutMs = 20_000, waitingMax = 500, workerFile = new URL('page-worker.ts', import.meta.url) } = options
  const pool = openWorkerPool<WorkerJob, WorkerAnswer>({ fork: () => forkWorker(workerFile), workersMax, timeoutMs, waitingMax })
  async function run(job: WorkerJob): Promise<Uint8Array> {
    const done = await pool.run(job)
    if ('lost' in done) throw new PageError(done.lost.why, 'detail' in done.lost ? done.lost.detail : `${waitingMax} may wait, ${timeoutMs} ms each`)
    const { answer } = done
    if ('pdf' in answer) return answer.pdf
    throw new PageError(answer.fault, answer.detail)
  }
  return {
    renderPassPage: async (data) => run({ passes: [data] }),
    renderPassPages: async (passes) => run({ passes, title: 'Border passes' }),
    renderCover: async (data) => run({ cover: data }),
    renderReceipt: async (data) => run({ receipt: data }),
    renderReport: async (data) => run({ report: data }),
    close: () => pool.close(),
  }
}

// The child sees nothing of our environment, which may hold secrets; its fonts are the shipped ones alone.
function forkWorker(file: URL): ChildProcess {
  return fork(fileURLToPath(file), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
