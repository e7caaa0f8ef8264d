/** The table of docs/performance.md, measured in one run: npm run bench -- [--quick] [--only verify|record|circumstances|year|lane|guard|counts|numbers|revoke|duplicates|import|watch|orders|print|start|live] */
import { parseArgs } from 'node:util'
import { benchCircumstances } from './bench/circumstances.ts'
import { benchCounts } from './bench/counts.ts'
import { benchDuplicates } from './bench/duplicates.ts'
import { benchGuard } from './bench/guard.ts'
import { benchImport } from './bench/import.ts'
import { benchLane } from './bench/lane.ts'
import { benchLive } from './bench/live.ts'
import { machineWords } from './bench/machine.ts'
import { benchNumbers } from './bench/numbers.ts'
import { benchOrders } from './bench/orders.ts'
import { benchPrint } from './bench/print.ts'
import { benchRecord } from './bench/record.ts'
import { benchRevoke } from './bench/revoke.ts'
import { benchStart } from './bench/start.ts'
import { type Row, tableOf } from './bench/table.ts'
import { benchVerify } from './bench/verify.ts'
import { benchWatch } from './bench/watch.ts'
import { benchYear } from './bench/year.ts'

const parts: Readonly<Record<string, (options: { quick: boolean }) => Promise<Row[]>>> = {
  verify: benchVerify,
  record: benchRecord,
  circumstances: benchCircumstances,
  year: benchYear,
  lane: benchLane,
  guard: benchGuard,
  counts: benchCounts,
  numbers: benchNumbers,
  revoke: benchRevoke,
  duplicates: benchDuplicates,
  import: benchImport,
  watch: benchWatch,
  orders: benchOrders,
  print: benchPrint,
  start: benchStart,
  live: benchLive,
}

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
const { quick, only } = values
const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only)
if (chosen.length === 0) {
  console.error(`usage: npm run bench -- [--quick] [--only ${Object.keys(parts).join('|')}]`)
  process.exit(2)
}

const machine = machineWords()
const rows: Row[] = []
for (const [name, measure] of chosen) {
  console.error(`${name} …`)
  rows.push(...(await measure({ quick })))
}
console.log(`${machine.map((line) => `- ${line}`).join('\n')}\n\n${tableOf(rows)}`)
if (rows.some(({ holds }) => holds === false)) console.error('\nSome figures do not hold on this machine, or under what else it did meanwhile.')
