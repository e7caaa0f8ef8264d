// Goal: the advisory check finds, fails on what is grave, and never takes silence for "nothing found". Method: the command itself against a registry on loopback.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { projectRoot } from '../platform/config.ts'

type Answer = { readonly status?: number; readonly body: string }
const famous = { lodash: [{ severity: 'critical', title: 'Prototype Pollution', url: 'https://x.example/1', vulnerable_versions: '<4.17.12' }] }
const advisory = (severity: unknown) => ({
  fastify: [{ severity, title: 'A made-up hole\u001b[2J', url: 'https://x.example/2', vulnerable_versions: '<99' }],
})

/** Answers the first question, about a famous hole, by `first`; the second, about our packages, by `second`. */
async function registry(first: Answer, second: Answer) {
  const asked: Record<string, string[]>[] = []
  const server = createServer(async (request, response) => {
    assert.deepEqual([request.method, request.url], ['POST', '/npm/-/npm/v1/security/advisories/bulk'])
    asked.push(JSON.parse(await text(request)) as Record<string, string[]>)
    const { status = 200, body } = asked.length === 1 ? first : second
    response.writeHead(status, { location: '/elsewhere' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/npm` }
}

async function run(url: string) {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'advisories.ts')], { env: { ...process.env, npm_config_registry: url } })
  const left = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await left, out, err }
}
const json = (value: unknown): Answer => ({ body: JSON.stringify(value) })

test('every locked package is asked for; what is found is printed, and high or critical fails', async () => {
  const { asked, url } = await registry(json(famous), json(advisory('high')))
  const { code, out } = await run(url)
  assert.equal(code, 1)
  assert.match(out, /high\s+fastify <99 {2}A made-up hole/)
  assert.ok(!out.includes('\u001b'), 'no control characters reach the terminal')
  const names = Object.keys(asked[1] ?? {})
  assert.ok(names.length > 200 && names.includes('@img/sharp-libvips-linux-x64') && names.includes('fastify'), `${names.length} names`)
})

const answers: [what: string, first: Answer, second: Answer, code: number][] = [
  ['nothing against ours', json(famous), json({}), 0],
  ['a low one', json(famous), json(advisory('low')), 0],
  ['a moderate one', json(famous), json(advisory('moderate')), 0],
  ['a critical one', json(famous), json(advisory('critical')), 1],
  ['a severity unheard of', json(famous), json(advisory('apocalyptic')), 1],
  ['one without a severity', json(famous), json(advisory(undefined)), 1],
  ['nothing to any question', json({}), json({}), 2],
  ['404', { status: 404, body: 'Not found' }, json({}), 2],
  ['405 for the second question', json(famous), { status: 405, body: '' }, 2],
  ['a redirect', { status: 302, body: '' }, json({}), 2],
  ['garbage', { body: '<html>Sign in to the hotel</html>' }, json({}), 2],
  ['a list', json([]), json({}), 2],
  ['garbage inside', json(famous), json({ fastify: 'fine' }), 2],
  ['an empty body', json(famous), { body: '' }, 2],
]
for (const [what, first, second, expected] of answers)
  test(`a registry that answers ${what}: leaves with ${expected}`, async () => {
    const { url } = await registry(first, second)
    const { code, out, err } = await run(url)
    assert.equal(code, expected, err)
    if (expected === 2) assert.ok(/^No answer about advisories: .+ nothing is known\.\n$/.test(err) && !/no advisory/.test(out), err)
    if (what === 'nothing against ours') assert.match(out, /^\d+ locked packages: no advisory known/)
  })

test('a registry that is not there: leaves with 2', async () => {
  const gone = createServer()
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
  const { port } = gone.address() as AddressInfo
  await new Promise((resolve) => gone.close(resolve))
  const { code, err } = await run(`http://127.0.0.1:${port}`)
  assert.deepEqual([code, /could not be reached/.test(err)], [2, true])
})
