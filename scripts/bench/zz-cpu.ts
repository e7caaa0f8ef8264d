import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startScratchPostgres } from './scratch-postgres.ts'
import { newHome, removeHome, startServer } from './server-process.ts'
import { issuePasses, startLoad, middlingBody } from './record.ts'
import { openBaseline } from './one-by-one.ts'
const stat = (pid: string) => { try { const t = readFileSync(`/proc/${pid}/stat`,'utf8'); const f = t.slice(t.lastIndexOf(')')+2).split(' '); return { ppid: f[1]!, own: +f[11]! + +f[12]!, kids: +f[13]! + +f[14]! } } catch { return undefined } }
const pgCpu = (pm: string) => { let sum = 0; const m = stat(pm)!; sum += m.own + m.kids; for (const p of readdirSync('/proc')) if (/^\d+$/.test(p)) { const s = stat(p); if (s?.ppid === pm) sum += s.own } return sum * 10_000 }
const home = newHome()
const prof = process.env['PROF']
const postgres = await startScratchPostgres(join(home,'var'))
const pm = readFileSync(join(home,'var','postgres','postmaster.pid'),'utf8').split('\n')[0]!
const server = await startServer(home, { lanes: process.env['L'] ?? '2', databaseUrl: postgres.url, nodeArguments: prof ? ['--cpu-prof', `--cpu-prof-dir=${prof}`] : [] })
try {
const passes = await issuePasses(server.url, +(process.env['N'] ?? 256))
const load = await startLoad(server.url, passes)
try {
  await load.play({ inFlight: 32, seconds: 2, scanned: true })
  await load.play({ inFlight: 32, seconds: 3, scanned: false })
  const base = process.env['BASE'] ? await openBaseline({ databaseUrl: postgres.url, folder: home, holders: 256, body: await middlingBody(postgres.url) }) : undefined
  const pid = String(server.child.pid)
  for (let r=0;r<+(process.env['R'] ?? 2);r++)
  for (const inFlight of (process.env['F'] ?? '1,32,128').split(',').map(Number)) {
   for (const scanned of [false, true]) {
    const a = stat(pid)!.own*10000, b = pgCpu(pm)
    const res = await load.play({ inFlight, seconds: 3, scanned })
    const n = res.milliseconds.length
    console.log(`${inFlight} ${scanned ? 'scan ' : 'typed'} ${res.perSecond.toFixed(0)}/s node ${((stat(pid)!.own*10000-a)/n).toFixed(0)} pg ${((pgCpu(pm)-b)/n).toFixed(0)} us/req`)
   }
   if (base) { const b = pgCpu(pm); const s = performance.now(); const t = await base.perSecond({ clients: inFlight, seconds: 3 }); const n = t*(3+Math.ceil(inFlight/32)); console.log(`${inFlight} base ${t.toFixed(0)}/s pg ~${((pgCpu(pm)-b)/n).toFixed(0)} us/tx`) }
  }
} finally { await load.stop() }
} finally { await server.stop(); await postgres.stop(); removeHome(home) }
