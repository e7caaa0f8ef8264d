import { decodeBase45 } from '../../src/credential/base45.ts'
import { parseSign1, verifySign1 } from '../../src/credential/cose.ts'
import { inflate } from '../../src/credential/inflate.ts'
import { verifyPass } from '../../src/credential/verify.ts'
import { passOf } from './verify.ts'

const { text, bare, trust } = await passOf(7)
const c = decodeBase45(text) as any
const inf = inflate(c.value, 2048) as any
const s1 = (parseSign1(inf.value) as any).value
const key = trust.keys[0] as any
const spin = (us: number) => {
  const e = performance.now() + us / 1000
  while (performance.now() < e);
}
const variants: [string, () => Promise<unknown>][] = [
  ['bare', bare],
  [
    'bare+spin30',
    async () => {
      spin(30)
      await bare()
    },
  ],
  [
    'bare+spin60',
    async () => {
      spin(60)
      await bare()
    },
  ],
  ['verifySign1', () => verifySign1(s1, key)],
  ['whole', () => verifyPass(text, trust, 1_800_000_000)],
]
const res = new Map<string, number[]>()
for (let r = 0; r < 31; r++)
  for (const [n, f] of variants) {
    const s = performance.now()
    const u = process.cpuUsage()
    for (let i = 0; i < 300; i++) await f()
    const t = (performance.now() - s) / 0.3
    const cpu = process.cpuUsage(u)
    ;(res.get(n) ?? res.set(n, []).get(n)!).push(t)
    ;(res.get(n + ' cpu') ?? res.set(n + ' cpu', []).get(n + ' cpu')!).push((cpu.user + cpu.system) / 300)
  }
for (const [n, v] of res) {
  v.sort((a, b) => a - b)
  console.log(n.padEnd(16), v[15]!.toFixed(0))
}
