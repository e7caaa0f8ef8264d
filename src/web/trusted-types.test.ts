// Goal: nothing but style sheets, Leaflet's own buttons and our reader passes the policy. Method: a table, and a property over all text with a "<".
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { acceptMarkup, acceptScriptUrl } from './trusted-types.ts'

for (const text of [
  '',
  ':root{--mantine-scale: 1;}',
  '@media (max-width: 40em) {a>b{color:red}}',
  '<svg/>',
  '<span aria-hidden="true">+</span>',
  '&#8722;',
])
  test(`markup: lets ${text || 'nothing'} through`, () => assert.equal(acceptMarkup(text), text))
for (const text of [
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg/><script>1</script>',
  '<',
  '</style><script>1</script>',
  '<SVG/>',
  ' <svg/>',
])
  test(`markup: refuses ${text}`, () => assert.equal(acceptMarkup(text), null))

test('markup: whatever has a "<" and is not one of the three known texts is refused', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => assert.equal(acceptMarkup(`${before}<${after}`), null)))
})

const page = 'http://localhost:8400/gate'
for (const url of ['/assets/reader.worker-Cx3_9a.js', 'http://localhost:8400/assets/reader.worker-1.js'])
  test(`script address: lets ${url} through`, () => assert.equal(acceptScriptUrl(url, page), url))
for (const url of [
  'https://evil.example/assets/reader.worker-1.js',
  '//evil.example/assets/reader.worker-1.js',
  'http://localhost:8401/assets/reader.worker-1.js',
  '/assets/other-1.js',
  '/assets/reader.worker-1.js/../../api/v1/x',
  'data:text/javascript,alert(1)',
  'blob:http://localhost:8400/assets/reader.worker-1.js',
  'javascript:alert(1)',
  '',
  'http://',
])
  test(`script address: refuses ${url || 'nothing'}`, () => assert.equal(acceptScriptUrl(url, page), null))

test('every page imports the policy before anything else', () => {
  const pages = globSync('src/web/*/main.{ts,tsx}')
  assert.ok(pages.length >= 3)
  for (const page of pages) assert.equal(/^import .*$/m.exec(readFileSync(page, 'utf8'))?.[0], "import '../trusted-types.ts'", page)
})
