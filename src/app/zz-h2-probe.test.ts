import { test } from 'node:test'
import { openTestInstance } from './test-instance.ts'
const t0 = performance.now()
const open = await openTestInstance({ now: '2026-11-21T08:30:00+07:00' })
console.log('open', Math.round(performance.now() - t0))
test('x', async () => {
  const made = await open.server.inject({ method: 'POST', url: '/api/v1/made-up/passes', headers: {origin: 'http://localhost:80'}, payload: { from: 0, count: 9 } })
  console.log(made.statusCode, made.payload.slice(0, 300), Math.round(performance.now() - t0))
  const h = await open.as('clerk', 'KH:0110')
  const r = await open.server.inject({ url: '/api/v1/account', headers: h })
  console.log(r.payload.slice(0, 600))
  for (const q of ["select office, state, number from pass", "select table_name from information_schema.columns where column_name='office'", "select id, home_place from staff_account where home_place in ('KH','KH:01','KH:0110','KH:0109','KH:0201','kh-th/poipet','KH:0110/border-unit-1') limit 60", "select account, role, place, area, valid_from, last_day from role_grant limit 5", "select point, kind, side, value from crossing_point_fact where kind='area'", "select home_place, count(*) from staff_account group by 1"]) console.log(JSON.stringify((await open.administrator.query(q)).rows))
  console.log(open.server.printRoutes().length)
})
