import { benchRecord } from './record.ts'
import { tableOf } from './table.ts'
console.log(tableOf(await benchRecord({ quick: true, ...(process.env['L'] ? {lanes: process.env['L']} : {}), nodeArguments: process.argv.slice(2) })))
