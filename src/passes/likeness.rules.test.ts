// Goal: whom a case's applicant was like stays with the case, whatever a correction makes of the name. Method: a table of searches in their order; any searches at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type LikenessSearch, likenessOfCase } from './likeness.rules.ts'

const search = (otherPeople: string[] = [], notSaid: string[] = []): LikenessSearch => ({
  otherPeople: otherPeople.map((id) => ({ id })),
  notSaid: notSaid.map((id) => ({ id })),
})
const table: [what: string, searches: LikenessSearch[], told: string[]][] = [
  ['never searched', [], []],
  ['nobody found', [search()], []],
  ['one of whom nothing was said', [search([], ['a'])], ['a unsaid']],
  ['one said to be another person', [search(['a'])], ['a said']],
  ['the name was corrected and nobody is found any more', [search([], ['a']), search()], ['a unsaid gone']],
  ['said first, then corrected away', [search(['a']), search()], ['a said gone']],
  ['corrected away and back', [search([], ['a']), search(), search([], ['a'])], ['a unsaid']],
  ['somebody else is found now', [search([], ['a']), search(['b'])], ['a unsaid gone', 'b said']],
  ['what was said last of somebody stands', [search([], ['a']), search(['a'])], ['a said']],
  ['also when it was taken back', [search(['a']), search([], ['a'])], ['a unsaid']],
  ['corrected away twice, through somebody else', [search([], ['a']), search(['b']), search()], ['a unsaid gone', 'b said gone']],
]
for (const [what, searches, told] of table)
  test(`likeness: ${what}`, () =>
    assert.deepEqual(
      likenessOfCase(searches).map(({ id, isSaid, isStill }) => `${id} ${isSaid ? 'said' : 'unsaid'}${isStill ? '' : ' gone'}`),
      told,
    ))

test('one more search never makes anybody go', () => {
  const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  const any = fc.tuple(people, people).map(([said, open]) =>
    search(
      said,
      open.filter((id) => !said.includes(id)),
    ),
  )
  fc.assert(
    fc.property(fc.array(any), any, (before, next) => {
      const ids = (searches: LikenessSearch[]) => likenessOfCase(searches).map(({ id }) => id)
      const after = ids([...before, next])
      return ids(before).every((id) => after.includes(id))
    }),
  )
})
