// Goal: every cell of the rules of stays is answered. Method: whole tables, and fast-check over days.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Law } from '../instruments/law.rules.ts'
import { readLaw } from '../instruments/law-file.ts'
import type { AreaCode } from '../kernel/code.ts'
import { addDays, type CivilDate, type Instant } from '../kernel/time.ts'
import { lastLawfulDay } from '../movements/stay.rules.ts'
import { decideExtension } from './extension.rules.ts'
import type { LawfulDays } from './lawful.rules.ts'
import { countGroups, groupsOfPage, type OverGroup } from './overstay.rules.ts'
import {
  assessEffect,
  assessLawfulThrough,
  assessSubject,
  coverOf,
  nextRebuttalState,
  rebuttalCommands,
  rebuttalEffects,
  rebuttalStates,
  rebuttalSubjects,
} from './rebuttal.rules.ts'
import { decideRepair, missingOf } from './repair.rules.ts'
import { poipet, stayOf } from './test-stays.ts'

const { law } = readLaw()
const day = (text: string) => text as CivilDate
const at = (text: string) => text as Instant
const inTime: LawfulDays = { until: day('2026-11-16'), tolled: [], over: false, daysOver: 0 }
const asked = { state: 'KH', law, lawful: inTime, toldUntil: null, toldBeyondDaysMax: 31 } as const
const withStayDays = (value: object): Law => ({
  ...law,
  parameters: law.parameters.map((row) => (row.rule === 'stay.days' ? ({ ...row, value: { ...row.value, ...value } } as typeof row) : row)),
})
const codeOf = (outcome: ReturnType<typeof decideExtension>) => (outcome.ok ? `${outcome.value.type} ${outcome.value.until}` : outcome.refusal.code)

test('an extension by the law’s numbers', () => {
  assert.equal(codeOf(decideExtension(stayOf(), asked)), 'extended 2026-11-24')
  assert.equal(codeOf(decideExtension(stayOf({ extensions: 1 }), asked)), 'stay.extended')
  assert.equal(codeOf(decideExtension(stayOf(), { ...asked, law: withStayDays({ extensionsMax: 0 }) })), 'stay.no-extension')
  assert.equal(codeOf(decideExtension(stayOf(), { ...asked, law: withStayDays({ daysMax: 7 }) })), 'stay.no-extension')
  assert.equal(codeOf(decideExtension(stayOf(), { ...asked, law: withStayDays({ extensionsMax: 2 }) })), 'extended 2026-11-20')
  assert.equal(
    codeOf(decideExtension(stayOf({ extensions: 1, lawfulUntil: day('2026-11-20') }), { ...asked, law: withStayDays({ extensionsMax: 2 }) })),
    'extended 2026-11-24',
  )
  assert.equal(codeOf(decideExtension(stayOf({ lawfulUntil: null }), asked)), 'stay.no-extension')
  for (const state of ['closed', 'unmatched'] as const) assert.equal(codeOf(decideExtension(stayOf({ state }), asked)), 'stay.not-open')
  assert.equal(codeOf(decideExtension(stayOf(), { ...asked, lawful: { ...inTime, over: true } })), 'stay.extension-late')
})

test('whose clock: ours on our ground, theirs on theirs', () => {
  const own = stayOf({ document: { ...stayOf().document, issuer: 'KH', nationality: 'KHM' } })
  assert.equal(codeOf(decideExtension(own, asked)), 'stay.their-clock')
  assert.equal(codeOf(decideExtension(own, { ...asked, toldUntil: day('2026-11-24') })), 'told 2026-11-24')
  assert.equal(codeOf(decideExtension(own, { ...asked, toldUntil: day('2026-11-16') })), 'stay.told-day')
  assert.equal(codeOf(decideExtension(own, { ...asked, toldUntil: day('2026-12-26') })), 'stay.told-day')
  assert.equal(codeOf(decideExtension(stayOf(), { ...asked, toldUntil: day('2026-11-24') })), 'stay.our-clock')
})

test('which end is missing, and where it may be put', () => {
  const [foreign, own] = ['THA', 'KHM'].map((nationality) => stayOf({ state: 'unmatched', document: { ...stayOf().document, nationality } }))
  assert.ok(foreign && own)
  const ended = { opened: null, closed: { ...(foreign.opened as NonNullable<typeof foreign.opened>), at: at('2026-11-12T02:00:00.000Z') } }
  assert.deepEqual(
    [foreign, own, { ...foreign, ...ended }, { ...own, ...ended }, stayOf()].map((stay) => missingOf('KH', stay)),
    ['exit', 'entry', 'entry', 'exit', null],
  )
  const around = { state: 'KH', now: at('2026-11-20T00:00:00.000Z'), repaired: false, previous: null, next: null } as const
  const put = (stay: typeof foreign, text: string, more: object = {}) => {
    const decided = decideRepair(stay, at(text), { ...around, ...more })
    return decided.ok ? decided.value : decided.refusal.code
  }
  assert.equal(put(foreign, '2026-11-10T02:00:00.000Z'), 'exit')
  assert.equal(put(foreign, '2026-11-10T01:59:59.999Z'), 'repair.before-beginning')
  assert.equal(put(foreign, '2026-11-20T00:00:00.001Z'), 'repair.in-future')
  assert.equal(put(foreign, '2026-11-15T00:00:00.000Z', { next: stayOf({ opened: ended.closed }) }), 'repair.after-end')
  assert.equal(put({ ...foreign, ...ended }, '2026-11-12T02:00:00.001Z'), 'repair.after-end')
  assert.equal(
    put({ ...foreign, ...ended }, '2026-11-09T00:00:00.000Z', { previous: stayOf({ state: 'closed', closed: stayOf().opened }) }),
    'repair.before-beginning',
  )
  assert.equal(put({ ...foreign, ...ended }, '2026-11-01T00:00:00.000Z'), 'entry')
  assert.equal(put(foreign, '2026-11-12T00:00:00.000Z', { repaired: true }), 'repair.done')
  assert.equal(put(stayOf(), '2026-11-12T00:00:00.000Z'), 'repair.not-needed')
})

test('rebuttals: state × command × hands', () => {
  const said = rebuttalStates.map((state) =>
    rebuttalCommands.map((command) =>
      (
        [
          ['none', false],
          ['mine', false],
          ['other', false],
          ['mine', true],
        ] as const
      ).map(([hand, recorded]) => {
        const next = nextRebuttalState(state, command, { hand, recorded })
        return next.ok ? next.value : next.refusal.code.slice('rebuttal.'.length)
      }),
    ),
  )
  const all = (word: string) => [word, word, word, word]
  const decided = rebuttalCommands.map(() => all('decided'))
  assert.deepEqual(said, [
    [['in-hand', 'in-hand', 'in-hand', 'own-record'], all('received'), all('received')],
    [all('in-hand'), ['in-hand', 'accepted', 'in-hand', 'own-record'], ['in-hand', 'not-accepted', 'in-hand', 'own-record']],
    decided,
    decided,
  ])
})

test('what may be contested as what, and what accepting may do', () => {
  for (const about of rebuttalSubjects) {
    assert.equal(assessSubject(about, { stay: stayOf() }).ok, about === 'overstay')
    assert.equal(assessSubject(about, { stay: stayOf({ lawfulUntil: null }) }).ok, false)
    const fitting = (['admit', 'admit-with-flag', 'refer', 'refuse'] as const).filter((outcome) => assessSubject(about, { outcome }).ok)
    assert.deepEqual(
      fitting,
      { overstay: [], flag: ['admit-with-flag'], refusal: ['refer', 'refuse'], record: ['admit', 'admit-with-flag', 'refer', 'refuse'] }[about],
    )
    for (const effect of [null, ...rebuttalEffects])
      for (const endedAt of [null, at('2026-11-12T00:00:00.000Z')]) {
        const fits = assessEffect(about, effect, { stay: stayOf(), endedAt, now: at('2026-11-20T00:00:00.000Z') }).ok
        const wanted =
          about === 'overstay' ? (effect === 'lawful' && !endedAt) || (effect === 'ended' && endedAt !== null) : effect === 'noted' && !endedAt
        assert.equal(fits, wanted, `${about} ${effect} ${endedAt}`)
      }
  }
  const ended = { endedAt: at('2026-11-12T00:00:00.000Z'), now: at('2026-11-20T00:00:00.000Z') }
  for (const stay of [null, stayOf({ state: 'closed' }), stayOf({ state: 'unmatched' })])
    assert.equal(assessEffect('overstay', 'ended', { ...ended, stay }).ok, false)
})

test('counts are those of the groups, and pages cover the list once', () => {
  const group = fc.record({ count: fc.integer({ min: 1, max: 9 }), area: fc.constantFrom('TH:22', 'TH:27', null) }).map(
    ({ count, area }): OverGroup => ({
      point: poipet,
      kind: 'border-pass',
      nationality: 'THA',
      area: area as AreaCode | null,
      opened: day('2026-11-01'),
      lawfulUntil: day('2026-11-07'),
      lawfulThrough: null,
      count,
      ours: false,
      until: day('2026-11-07'),
      daysOver: 3,
      tolled: [],
    }),
  )
  fc.assert(
    fc.property(fc.array(group, { maxLength: 12 }), fc.integer({ min: 1, max: 7 }), (groups, limit) => {
      const rows = groups.flatMap((each) => Array.from({ length: each.count }, (_, index) => `${groups.indexOf(each)} ${index}`))
      const counted = countGroups(groups)
      assert.equal(counted.count, rows.length)
      for (const by of [counted.byPoint, counted.byArea])
        assert.equal(
          by.reduce((sum, { count }) => sum + count, 0),
          rows.length,
        )
      const paged: string[] = []
      for (let offset = 0; offset < rows.length; offset += limit) {
        const page = groupsOfPage(groups, { offset, limit })
        const ofPage = page.groups.flatMap((each) => Array.from({ length: each.count }, (_, index) => `${groups.indexOf(each)} ${index}`))
        paged.push(...ofPage.slice(page.skip, page.skip + limit))
      }
      assert.deepEqual(paged, rows)
    }),
  )
  assert.equal(addDays(day('2026-11-07'), 3), '2026-11-10')
})

const cover = (change: Partial<Parameters<typeof coverOf>[0]> = {}) =>
  coverOf({ endedOn: null, until: day('2026-11-16'), lawfulThrough: null, today: day('2026-11-20'), daysMax: 7, ...change })

test('an acceptance covers what it judged: the exit, else today, or a day that it names between the last lawful one and the most days ahead', () => {
  const table: [name: string, Parameters<typeof cover>[0], named: string | null, through: string | undefined][] = [
    ['none named', {}, null, '2026-11-20'],
    ['today', {}, '2026-11-20', '2026-11-20'],
    ['the first day over', {}, '2026-11-17', '2026-11-17'],
    ['the last lawful day grants nothing', {}, '2026-11-16', undefined],
    ['so many days to go home', {}, '2026-11-27', '2026-11-27'],
    ['a day more', {}, '2026-11-28', undefined],
    ['who is out: the exit', { endedOn: day('2026-11-18') }, null, '2026-11-18'],
    ['who is out: another day', { endedOn: day('2026-11-18') }, '2026-11-19', undefined],
    ['not over yet', { until: day('2026-11-25') }, null, '2026-11-20'],
    ['not over yet, inside the days', { until: day('2026-11-25') }, '2026-11-24', undefined],
    ['a second decision takes nothing back', { until: day('2026-11-24'), lawfulThrough: day('2026-11-24') }, null, '2026-11-24'],
    ['a second decision, later', { until: day('2026-11-19'), lawfulThrough: day('2026-11-19') }, null, '2026-11-20'],
    ['a stay that is gone', { until: null }, null, '2026-11-20'],
  ]
  for (const [name, change, named, through] of table) {
    const found = assessLawfulThrough(named === null ? null : day(named), cover(change))
    assert.equal(found.ok ? found.value : undefined, through, name)
    if (!found.ok) assert.equal(found.refusal.code, 'rebuttal.lawful-day', name)
  }
})

test('the last lawful day: the later of the law’s with its closed days, and the decision’s with those since', () => {
  const days = (...some: string[]) => some.map(day)
  const table: [until: string, through: string | null, tolled: string[], last: string, counted: string[]][] = [
    ['2026-11-16', null, [], '2026-11-16', []],
    ['2026-11-16', null, ['2026-11-12', '2026-11-19'], '2026-11-17', ['2026-11-12']],
    ['2026-11-16', '2026-11-20', [], '2026-11-20', []],
    ['2026-11-16', '2026-11-20', ['2026-11-12', '2026-11-13'], '2026-11-20', []],
    ['2026-11-16', '2026-11-20', ['2026-11-20', '2026-11-21', '2026-11-24'], '2026-11-22', ['2026-11-20', '2026-11-21']],
    ['2026-11-16', '2026-11-17', ['2026-11-12', '2026-11-13'], '2026-11-18', ['2026-11-12', '2026-11-13']],
    ['2026-11-24', '2026-11-20', [], '2026-11-24', []],
  ]
  for (const [until, through, tolled, last, counted] of table) {
    const found = lastLawfulDay({ lawfulUntil: day(until), lawfulThrough: through === null ? null : day(through) }, days(...tolled))
    assert.deepEqual(found, { until: last, tolled: counted }, `${until} ${through} ${tolled.join()}`)
  }
})
