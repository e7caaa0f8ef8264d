// Goal: the typesetter never improvises. Method: templates that it would print with a guess, in this very process (no drawings in them).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PageError } from './page-error.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = openTypesetter()
const job = { input: '{"word":"<b>*x*"}', files: [], pages: 1, createdAtEpochSeconds: 0 }
const page = '#set document(title: "x", date: auto)\n#set page(width: 50mm, height: 50mm)\n#set text(font: "Inter", fallback: false)\n'

const bad: [why: string, template: string, words: RegExp][] = [
  ['an unknown font', `${page}#text(font: "No Such Font")[x]`, /unknown font family/],
  ['a second page', `${page}#pagebreak() x`, /2 pages/],
  ['a file that was not handed over', `${page}#image("/etc/hostname")`, /./],
  ['a broken template', '#let', /./],
  ['a name it does not know', '#nobody', /unknown variable/],
]
for (const [why, template, words] of bad)
  test(`an error: ${why}`, () => {
    assert.throws(
      () => typesetter.typeset(template, job),
      (error) => error instanceof PageError && error.fault === 'typst' && words.test(error.message),
    )
  })

test('after errors it still works, and takes its words from the JSON', () => {
  const pdf = typesetter.typeset(`${page}#json(bytes(sys.inputs.page)).word`, job)
  assert.equal(Buffer.from(pdf.subarray(0, 5)).toString('latin1'), '%PDF-')
})

test('a shadow file of one page is gone at the next', () => {
  const files = [
    { path: 'a.svg', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>') },
  ]
  const template = `${page}#image("a.svg", alt: "a")`
  assert.ok(typesetter.typeset(template, { ...job, files }).length > 0)
  assert.throws(() => typesetter.typeset(template, job), PageError)
})
