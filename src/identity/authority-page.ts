import { type ProblemCode, problemRule } from '../kernel/problem.ts'
import { problemWords } from '../words/problems.ts'
import { actionWords, grantTimeWords, placeKindWords, relationWords, roleWords } from '../words/roles.ts'
import { answerOf, timeAnswers } from './authority.rules.ts'
import { type Action, actions, type Role, roles } from './authority-lists.rules.ts'
import { authority } from './authority-table.rules.ts'
import { type GrantTime, grantTimes } from './grant.rules.ts'
import { grantable, rolePlaces } from './held-roles.rules.ts'
import { type PlaceKind, type Relation, relations } from './place.rules.ts'

/** Which step may not be in the same hands as which earlier ones: the passes' own rule, handed in because it lies above this folder. */
export type Separation = { readonly [deed: string]: readonly string[] }

/** The authority table as a page for a lawyer: Markdown, made from the very table that decides. `separation`: step → earlier steps. */
export function renderAuthorityPage(separation: Separation): string {
  const blocks = [
    '# Who may do what, where and when',
    'Made from the table that decides (`src/identity/authority-table.rules.ts`) by its test; changed there, never here. The texts behind each cell are in `vectors/authority/oracle.csv`.',
    '**What does not stand here is not allowed.** A person has roles; each is held at a place, from a day to a day. A role may do something to a case only where the case lies as the table says. Authority is asked anew at every request, from the session; nothing a request says about itself counts.',
    '## Roles',
    ...roles.map(roleBlock),
    '## The table',
    tableLegend(),
    matrix(),
    '## Where a case lies',
    table(
      ['words', 'meaning'],
      relations.map((relation) => [relationWords[relation].en, relationMeaning[relation]]),
    ),
    '## When a role counts',
    'Both days are whole, in the border’s time (UTC+7). A role that is ended stops at that instant, also in the middle of a session.',
    table(
      ['moment', 'answer'],
      grantTimes.map((time) => [grantTimeWords[time].en, timeWord(time)]),
    ),
    '## Different hands',
    separationBlock(separation),
    '## Who gives roles',
    table(
      ['role', 'gives and ends'],
      roles.flatMap((role) => (grantable[role] ? [[nameOf(role), listed(grantable[role].map(nameOf))]] : [])),
    ),
    'Within the giver’s own place alone, and to nobody who is oneself. Nobody lengthens a role: a longer time is a new one.',
    '## Refusals',
    table(
      ['code', 'what is said', 'rule'],
      refusals.map((code) => [`\`${code}\``, problemWords[code].title.en, `\`${problemRule[code]}\``]),
    ),
    'A case that lies elsewhere is answered as one that does not exist: `404`, the same bytes, so that nobody learns of it by asking.',
    '## How to contest',
    contest,
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The words of the refusals this page explains, the table's first. */
const refusals = (Object.keys(problemRule) as ProblemCode[]).filter((code) => code.startsWith('authority.') || code.startsWith('staff.role-'))

const relationMeaning: { readonly [R in Relation]: string } = {
  'own-district': 'The very place of the role: its district with what lies in it, its province hall, its crossing point, its unit.',
  'sibling-district':
    'Another district of the same province, or what lies there; for a crossing point or a unit, anything of the province but itself and the hall.',
  'own-province': 'For a role of the province, its districts and points; for all others, the province hall.',
  'other-province': 'Another province of the same state.',
  national: 'For a role of the state, all that lies in it; for all others, what belongs to the state as a whole.',
  'other-state': 'A neighbour’s. No role of one state reaches another’s cases.',
  none: 'A case without a place.',
}

const contest = [
  '- A refusal names its code and its rule; both stand on the screen and can be written down for the person refused.',
  '- No text that this system stands on names an appeal against an office. Residents may apply at their city or district or at the provincial hall, which still issues for all its districts; the state that runs an instance names who hears a complaint.',
  '- A decision under a mandate names the mandate and its instrument: what is contested is that instrument, the person’s area, or the day.',
  '- Staff see their own sign-ins, failures and roles; their chief sees them too. A role ended in error is given anew by who may give it, never by changing the record.',
  '- A lawyer who reads a cell otherwise names the row of `vectors/authority/oracle.csv`: row and table are changed together, with the text behind it.',
].join('\n')

const stepWords: Readonly<Record<string, string>> = {
  submit: 'takes an application',
  correct: 'corrects it',
  'take-up': 'takes it under review',
  release: 'puts it back',
  return: 'returns it for correction',
  pay: 'takes the fee',
  approve: 'approves it',
  reject: 'rejects it',
  withdraw: 'withdraws it',
  'hold-back': 'holds it back from signing',
  sign: 'signs the pass',
  print: 'prints it',
  produce: 'binds it to a booklet',
  spoil: 'records its booklet as spoilt',
  collect: 'hands it over',
  takenBy: 'took it',
  correctedBy: 'corrected it',
  approvedBy: 'approved it',
  signedBy: 'signed it',
  printedBy: 'printed it',
  collectedBy: 'handed it over',
}

const nameOf = (role: Role): string => roleWords[role].en
const kindOf = (kind: PlaceKind): string => placeKindWords[kind].en.toLowerCase()
const saidOf = (action: Action): string => actionWords[action].en

function roleBlock(role: Role): string {
  const where = new Map<string, Action[]>()
  for (const action of actions) {
    const reach = authority[role][action]
    if (reach) where.set(reachWord(reach), [...(where.get(reachWord(reach)) ?? []), action])
  }
  const held = rolePlaces[role].length === 0 ? 'Not a role of staff: no account holds it.' : `Held at: ${anyOf(rolePlaces[role].map(kindOf))}.`
  const may = [...where].map(([reach, allowed]) => `- ${reach}: ${listed(allowed.map((action) => lower(saidOf(action))))}.`)
  return [`### ${nameOf(role)}`, held, may.length === 0 ? 'May do nothing of this table.' : `May, where the case lies\n\n${may.join('\n')}`].join(
    '\n\n',
  )
}

/** Actions down, roles across, in two halves that fit a page. */
function matrix(): string {
  const staff = roles.filter((role) => rolePlaces[role].length > 0)
  const half = Math.ceil(staff.length / 2)
  return [staff.slice(0, half), staff.slice(half)]
    .map((some) =>
      table(
        ['action', ...some.map(nameOf)],
        actions.map((action) => [saidOf(action), ...some.map((role) => cell(role, action))]),
      ),
    )
    .join('\n\n')
}

const cell = (role: Role, action: Action): string => {
  const reach = relations.filter((relation) => answerOf({ role, action, relation, time: 'inside' }) === 'allowed')
  return reach.length === 0 ? '' : reach.map((relation) => relationLetter[relation]).join(' ')
}

const relationLetter: { readonly [R in Relation]: string } = {
  'own-district': 'O',
  'sibling-district': 'S',
  'own-province': 'P',
  'other-province': 'X',
  national: 'N',
  'other-state': 'F',
  none: '∅',
}
const tableLegend = (): string =>
  `${relations.map((relation) => `**${relationLetter[relation]}** ${lower(relationWords[relation].en)}`).join(' · ')}. An empty cell: nowhere. A resident has no account.`

const timeWord = (time: GrantTime): string => {
  const answer = timeAnswers[time]
  return answer === 'allowed' ? 'counts' : `refused, \`${answer}\``
}

function separationBlock(separation: Separation): string {
  const rows = Object.entries(separation).flatMap(([deed, hands]) => (hands.length === 0 ? [] : [[wordOf(deed), anyOf(hands.map(wordOf))]]))
  return [
    'Also within one’s own place, and whatever roles one has:',
    table(['who', 'is not who'], rows),
    '- Nobody takes, decides, signs or prints their own case, or that of their family book: `authority.own-case`.\n- Nobody gives, ends or recovers anything of their own account.\n- Revoking the passes signed under a mandate or handled by one person, and recovering an account, take two people: `authority.two-people`. Whose hands they are is neither of the two.',
  ].join('\n\n')
}

const wordOf = (step: string): string => stepWords[step] ?? step
const reachWord = (reach: readonly Relation[]): string => `**${listed(reach.map((relation) => lower(relationWords[relation].en)))}**`
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
const anyOf = (items: readonly string[]): string => listed(items, 'or')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
