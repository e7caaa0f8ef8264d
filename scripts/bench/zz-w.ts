import { verifyPass } from '../../src/credential/verify.ts'
import { passOf } from './verify.ts'

const { text, trust } = await passOf(7)
for (let i = 0; i < 40000; i++) await verifyPass(text, trust, 1_800_000_000)
