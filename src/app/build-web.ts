import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { projectRoot } from '../platform/config.ts'

const folder = join(projectRoot, 'dist', 'web')
/** Every folder that the pages take something from: what is not named here would be served as it was at the last build. */
export const sources: readonly string[] = [
  'src/web',
  'src/words',
  'src/kernel',
  'src/credential',
  'src/movements',
  'src/places',
  'src/instruments',
  'src/passes',
  'src/passports',
  'src/payments',
  'src/persons',
  'src/watchlist',
  'src/orders',
  'src/stays',
  'src/checkpoint',
  'src/portal',
  'src/identity',
  'data',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds the pages when their sources have changed since the last build, and compresses them once. Returns the folder. */
export async function buildWeb(): Promise<string> {
  const stamp = join(folder, '.sources')
  const wanted = digestOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder
  console.error('Building the pages (once) …')
  const { build } = await import('vite')
  await build({ configFile: join(projectRoot, 'vite.config.ts') })
  for (const file of readdirSync(join(folder, 'assets'))) if (/\.(js|css|wasm|json|svg)$/.test(file)) await compress(join(folder, 'assets', file))
  writeFileSync(stamp, wanted)
  return folder
}

/** Names, sizes and contents: a touched file with the same bytes builds nothing. */
function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const source of sources) {
    const path = join(projectRoot, source)
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file)) : [path]
    for (const file of files.sort())
      if (statSync(file).isFile() && !/\.test\.tsx?$/.test(file)) digest.update(file.slice(projectRoot.length)).update(readFileSync(file))
  }
  return digest.digest('hex')
}

async function compress(path: string): Promise<void> {
  const bytes = readFileSync(path)
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  writeFileSync(`${path}.br`, brotli)
  writeFileSync(`${path}.gz`, gzipped)
}
