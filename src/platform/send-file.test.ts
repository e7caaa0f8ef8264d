// Goal: a served file cannot become a page of ours, nor its name a header. Method: a reply that keeps what it is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filePolicy, sendFile } from './send-file.ts'

function sent(name: string, bytes: Uint8Array | string) {
  const headers: Record<string, string> = {}
  let body: unknown
  const reply = {
    header: (header: string, value: string) => {
      headers[header] = value
    },
    send: (value?: unknown) => {
      body = value
    },
  }
  const answer = (): unknown => sendFile(reply, { type: 'image/jpeg', name, bytes })
  answer()
  return { headers, body }
}

test('our name, our type, no cache, and a policy under which nothing runs', () => {
  const whole = Uint8Array.of(9, 1, 2, 3, 9)
  const { headers, body } = sent('KH01090000017.jpg', whole.subarray(1, 4))
  assert.deepEqual(headers, {
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="KH01090000017.jpg"',
    'content-security-policy': filePolicy,
    'cache-control': 'no-store',
  })
  assert.deepEqual(body, Buffer.from([1, 2, 3]))
  assert.equal(sent('counts.csv', 'a,b').body, 'a,b')
})

for (const name of ['', '.htaccess', '../a.jpg', 'a/b.jpg', 'a"b.jpg', 'a\r\nset-cookie: x', 'ក.jpg', 'a b.jpg', `${'a'.repeat(81)}`])
  test(`refuses the name ${JSON.stringify(name)}`, () => assert.throws(() => sent(name, ''), RangeError))
