// Goal: what is too large is refused before it is kept, no page lets text become markup, and docs/asvs.md is whole and shows what it claims. Method: raw requests on loopback, Chromium, and the page itself.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import Type from 'typebox'
import { projectRoot } from '../platform/config.ts'
import { createHttpServer, httpLimits } from '../platform/http.ts'
import { buildWeb } from './build-web.ts'
import { openBrowser } from './test-browser.ts'
import { openTestInstance } from './test-instance.ts'

const [uploadBytes, chunkBytes, kernelBytes] = [200_000_000, 64 * 1024, 16_000_000]

/** Our server with one route that takes a body, and how much of each connection it read. */
async function openReceiver() {
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  server.post('/upload', { schema: { body: Type.Object({ photo: Type.String() }) } }, async () => ({}))
  await server.listen({ host: '127.0.0.1', port: 0 })
  after(() => server.close())
  const sockets: Socket[] = []
  server.server.on('connection', (socket) => sockets.push(socket))
  return { port: (server.server.address() as AddressInfo).port, bytesRead: () => sockets.at(-1)?.bytesRead ?? 0 }
}

/** Sends as much of 200 MB as the server takes before it answers or hangs up. */
function upload(port: number, headers: Record<string, string | number>): Promise<{ status: number | undefined; type: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/upload', headers: { 'content-type': 'application/json', ...headers } })
    const chunk = Buffer.alloc(chunkBytes, ' ')
    let [left, answered] = [uploadBytes, false]
    const send = () => {
      while (!answered && left > 0) {
        left -= chunkBytes
        if (!sent.write(chunk)) return
      }
      if (!answered) sent.end()
    }
    sent.on('drain', send)
    sent.on('response', (response) => {
      answered = true
      response.resume()
      resolve({ status: response.statusCode, type: response.headers['content-type'] })
      sent.destroy()
    })
    sent.on('error', (error) => answered || reject(error))
    send()
  })
}

for (const [how, headers] of [
  ['that says its length', { 'content-length': uploadBytes }],
  ['in chunks of unknown number', { 'transfer-encoding': 'chunked' }],
] as const)
  test(`200 MB ${how} is answered 413, and is not kept`, async () => {
    const { port, bytesRead } = await openReceiver()
    const before = process.memoryUsage().arrayBuffers
    const { status, type } = await upload(port, headers)
    assert.deepEqual([status, type], [413, 'application/problem+json; charset=utf-8'])
    assert.ok(bytesRead() < kernelBytes, `${bytesRead()} bytes were read, where ${httpLimits.bodyBytesMax} may be kept`)
    assert.ok(process.memoryUsage().arrayBuffers - before < kernelBytes)
  })

/** What the server answers to these very bytes, until it hangs up. */
async function said(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(bytes.replaceAll('\n', '\r\n'))
  return text(socket)
}
const head = (line: string) => `${line} HTTP/1.1\nhost: localhost\nconnection: close\ncontent-type: application/json\n`
const raw: [what: string, bytes: string, status: number][] = [
  ['a length and chunks together', `${head('POST /upload')}content-length: 5\ntransfer-encoding: chunked\n\n0\n\n`, 400],
  ['two lengths', `${head('POST /upload')}content-length: 2\ncontent-length: 3\n\n{}`, 400],
  ['TRACE', `${head('TRACE /upload')}\n`, 405],
  ['a body that would change every object', `${head('POST /upload')}content-length: 33\n\n{"__proto__":{"a":1},"photo":"x"}`, 400],
  ['a body that would change a constructor', `${head('POST /upload')}content-length: 50\n\n{"constructor":{"prototype":{"a":1}},"photo":"abc"}`, 400],
  ['a body of another kind', `${head('POST /upload').replace('application/json', 'text/xml')}content-length: 4\n\n<a/>`, 415],
]
for (const [what, bytes, status] of raw)
  test(`raw HTTP: ${what} is answered ${status}`, async () => {
    const { port } = await openReceiver()
    const answer = await said(port, bytes)
    assert.equal(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]), status, answer)
    assert.ok(!answer.includes('content-type: text/xml') && !answer.includes('message/http'), 'nothing of the request comes back')
  })

test('no page lets text become markup, script or a script’s address: the browser refuses, whatever a library does', async () => {
  const { url } = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
  const browser = await openBrowser()
  for (const path of ['/', '/gate', '/desk', '/account', '/sign-in']) {
    const page = await browser.newPage()
    // Nobody is signed in: told so, a page leaves for another in the middle of what is tried.
    await page.route('**/api/v1/account', () => {})
    await page.goto(url + path)
    await page.locator('#root > *').first().waitFor({ state: 'attached' })
    assert.equal(page.url(), url + path)
    const tried = await page.evaluate(attempts)
    assert.deepEqual(tried, [], `${path} let these through`)
    await page.close()
  }
})

/** Runs in the page, in a turn of its own (what a test evaluates may do more): the names of the attempts that the browser let through. */
const attempts = `new Promise((resolve) => setTimeout(resolve)).then(() => Object.entries({
  markup: () => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title=1">'),
  element: () => Object.assign(document.createElement('div'), { innerHTML: '<b>bold</b>' }),
  frame: () => Object.assign(document.createElement('iframe'), { srcdoc: '<script>1</script>' }),
  script: () => Object.assign(document.createElement('script'), { text: 'document.title = 1' }),
  address: () => Object.assign(document.createElement('script'), { src: '/assets/x.js' }),
  worker: () => new Worker('/assets/other.js'),
  policy: () => trustedTypes.createPolicy('mine', {}),
  code: () => new Function('return 1'),
}).flatMap(([name, attempt]) => {
  try {
    attempt()
    return [name]
  } catch {
    return []
  }
}))`

type Row = { readonly id: string; readonly level: string; readonly state: string; readonly why: string }
const page = readFileSync(join(projectRoot, 'docs', 'asvs.md'), 'utf8')
const rows: Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([123]) \| [^|]+ \| ([^|]+) \| ([^|]*) \|$/gm)].map(
  ([, id = '', level = '', state = '', why = '']) => ({ id, level, state, why }),
)
const ofState = (state: string) => rows.filter((row) => row.state === state)

test('docs/asvs.md: every requirement of level 1 and 2 of ASVS 5.0.0 once, 70 and 183, in order, and the sums at its head are true', () => {
  const lines = page.split('\n').filter((line) => /^\| \d/.test(line))
  assert.equal(rows.length, lines.length, 'a row is not of the form')
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  const levels = ['1', '2', '3'].map((level) => rows.filter((row) => row.level === level).length)
  assert.deepEqual(levels, [70, 183, 0])
  const order = (id: string) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0)
  assert.deepEqual(
    rows,
    rows.toSorted((one, other) => order(one.id) - order(other.id)),
  )
  const perChapter = new Map<string, number>()
  for (const { id } of rows) perChapter.set(id.split('.')[0] ?? '', (perChapter.get(id.split('.')[0] ?? '') ?? 0) + 1)
  assert.deepEqual([...perChapter.values()], requirementsPerChapter)
  const [, met, none, gaps] = /\*\*(\d+) met, (\d+) not applicable, (\d+) gaps\*\*/.exec(page) ?? []
  assert.deepEqual([met, none, gaps].map(Number), [ofState('met').length, ofState('not applicable').length, ofState('gap').length])
  assert.equal(ofState('met').length + ofState('not applicable').length + ofState('gap').length, rows.length)
})
/** V1 … V17, counted from the standard's own file at levels 1 and 2. */
const requirementsPerChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test('docs/asvs.md: what is met names a file that exists, what is not applicable or a gap says why', () => {
  for (const { id, state, why } of rows) {
    const paths = [...why.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path).filter((path) => path.includes('/') || path.endsWith('.md'))
    if (state === 'met') assert.ok(paths.length > 0, `${id} is met without evidence`)
    else assert.ok(why.trim().length > 10, `${id} says no reason`)
    for (const path of paths) assert.ok(existsSync(join(projectRoot, path)), `${id} names ${path}`)
  }
})
