import { HttpClient } from './http-client.ts'
import { newHome, removeHome, startServer } from './server-process.ts'

const home = newHome()
const s = await startServer(home)
const c = new HttpClient(s.url, 8)
const t = performance.now()
console.log(await c.json('POST', '/api/v1/made-up/passes', { from: 1000, count: 200 }), performance.now() - t)
console.log(await c.json<any[]>('GET', '/api/v1/made-up/passes?limit=2'))
console.log(await c.json('GET', '/api/v1/crossing-points/kh-th/poipet?at=2026-11-20T12:00:00%2B07:00'))
c.close()
await s.stop()
removeHome(home)
