// Goal: no role, action, place or moment goes without words, and no word without one. Method: the closed lists against the tables of words, and each text's letters.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Text } from '../kernel/language.ts'
import { signedInByWords } from '../words/account.ts'
import { actionWords, grantTimeWords, placeKindWords, relationWords, roleWords } from '../words/roles.ts'
import { accountStateWords, staffEventWords } from '../words/staff.ts'
import { type Action, actions, type Role, roles } from './authority-lists.rules.ts'
import { type GrantTime, grantTimes } from './grant.rules.ts'
import { type PlaceKind, placeKinds, type Relation, relations } from './place.rules.ts'
import type { HowSignedIn } from './sign-in/context.ts'
import type { StaffEventType } from './sign-in/staff-events.ts'
import type { AccountState } from './staff/staff.rules.ts'

// A missing word stops the compiler here.
roleWords satisfies Record<Role, Text>
actionWords satisfies Record<Action, Text>
placeKindWords satisfies Record<PlaceKind, Text>
relationWords satisfies Record<Relation, Text>
grantTimeWords satisfies Record<GrantTime, Text>
accountStateWords satisfies Record<AccountState, Text>
signedInByWords satisfies Record<HowSignedIn, Text>
staffEventWords satisfies Record<StaffEventType, Text>

const lists: [name: string, words: Readonly<Record<string, Text>>, names: readonly string[]][] = [
  ['roles', roleWords, roles],
  ['actions', actionWords, actions],
  ['kinds of places', placeKindWords, placeKinds],
  ['relations', relationWords, relations],
  ['moments', grantTimeWords, grantTimes],
]
for (const [list, words, names] of lists) {
  test(`${list}: each has words, and no other`, () => assert.deepEqual(Object.keys(words).sort(), [...names].sort()))

  test(`${list}: no two are called the same, and each text is in its letters`, () => {
    for (const language of ['km', 'th', 'en'] as const)
      assert.equal(new Set(Object.values(words).map((text) => text[language])).size, names.length, language)
    for (const [name, { km, th, en }] of Object.entries(words)) {
      assert.match(km, /^[\p{Script=Khmer} ]+$/u, name)
      assert.match(th, /^[\p{Script=Thai} ]+$/u, name)
      assert.match(en, /^[A-Z][A-Za-z’ ]+$/, name)
    }
  })
}
