import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { locateBinaries } from '../../src/platform/postgres/binaries.ts'
import { median } from './table.ts'

/** What the figures were measured on, one line each. */
export function machineWords(): string[] {
  const [first] = cpus()
  return [
    `${first?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}-${process.arch}`,
    `Node ${process.version}, ${execFileSync(locateBinaries().postgres, ['--version'], { encoding: 'utf8' }).trim()}`,
    `one 8 KB write with fdatasync: ${fdatasyncMs().toFixed(2)} ms (median of 200)`,
    `load average at the start: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(', ')}${(loadavg()[0] ?? 0) > 1 ? ' (other work shares the cores: only ratios within one table mean something)' : ''}`,
  ]
}

function fdatasyncMs(): number {
  const file = join(tmpdir(), `spean-bench-fsync-${process.pid}`)
  const descriptor = openSync(file, 'w')
  try {
    const page = Buffer.alloc(8192, 1)
    return median(
      Array.from({ length: 200 }, () => {
        const started = performance.now()
        writeSync(descriptor, page)
        fdatasyncSync(descriptor)
        return performance.now() - started
      }),
    )
  } finally {
    closeSync(descriptor)
    rmSync(file)
  }
}
