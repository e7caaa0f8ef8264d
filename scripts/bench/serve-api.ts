import { buildWeb } from '../../src/app/build-web.ts'
import { connectDatabase, openInstance } from '../../src/app/instance.ts'
import { createServer } from '../../src/app/server.ts'
import { readConfig } from '../../src/platform/config.ts'
import { unguarded, unguardedVariable } from './unguarded.ts'

/** The server, without pages unless asked for them (`pages`), for measurements and the crash test: no build of the browser's code stands before its start. Settings from the environment; prints its address. */
const config = readConfig(process.env)
const connected = await connectDatabase(config)
const opened = await openInstance(config, connected)
const instance = process.env[unguardedVariable] ? unguarded(opened, config.databaseUrl) : opened
const server = await createServer(instance, process.argv.includes('pages') ? await buildWeb() : undefined)
console.log(await server.listen({ host: config.host, port: config.port }))

await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
})
await server.close()
await instance.close()
await connected.close({ stopServer: true }).catch(() => {})
