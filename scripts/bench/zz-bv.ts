import { tableOf } from '/work/main/scripts/bench/table.ts'
import { benchVerify } from '/work/main/scripts/bench/verify.ts'

console.log(tableOf(await benchVerify({ quick: process.argv[2] === 'q' })))
