import { benchVerify } from '/work/main/scripts/bench/verify.ts'
import { tableOf } from '/work/main/scripts/bench/table.ts'
console.log(tableOf(await benchVerify({quick: process.argv[2]==='q'})))
