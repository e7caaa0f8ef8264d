// A bank on this machine for the demonstration, with Bakong's look-up and a way to pay a code. Nothing in it is real money.
// Usage: node scripts/run.mjs scripts/made-up-bank.ts [PORT], then POST /made-up/pay {"payload": "000201…"}
import { openMadeUpBank } from '../src/payments/bank/made-up-bank.ts'

const bank = await openMadeUpBank({ port: Number(process.argv[2] ?? 8090) })
console.log(`A made-up bank listens at ${bank.url}; its token is ${bank.token}. Ctrl-C ends it.`)
