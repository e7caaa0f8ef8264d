// Goal: every number of an office equals a count over its rows, for everybody who may count, and nobody else counts. Method: some hundred cases made through the commands over days, then sets of rows put in by SQL with the counters filled as the migration fills them; each number against a count that looks at every row.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { takeFee } from '../../app/payments-of-passes.ts'
import type { Role } from '../../identity/authority-lists.rules.ts'
import { readCalendar } from '../../instruments/calendar-file.ts'
import { readOperatingParameters } from '../../instruments/operating-parameters.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { addDays, borderZone, type CivilDate, civilDateAt, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import type { HolderBoundId } from '../../platform/ids.ts'
import { rejectionGrounds } from '../application.rules.ts'
import { applyForPass } from '../apply-for-pass.ts'
import { collectPass, produceBooklet, spoilProduced } from '../booklets/produce-booklet.ts'
import { approveApplication, rejectApplication, releaseApplication, returnApplication, takeUpApplication } from '../change-application.ts'
import { changePass } from '../change-pass.ts'
import { correctApplication } from '../correct-application.ts'
import { runLapse } from '../lapse-applications.ts'
import { madeUpApplicant } from '../made-up-passes.ts'
import { makePasses } from '../mandates/test-passes.ts'
import { signList } from '../sign-list.ts'
import { makeSigningList } from '../signing-list.ts'
import { accepted, codeOf, openTestDesk, type Signer } from '../test-signing-desk.ts'
import { withdrawApplication } from '../withdraw-application.ts'
import { readCasesBehind, readNumbers } from './read-numbers.ts'
import { countNaively } from './test-naive-count.ts'

const t = await openTestDesk('2026-03-02T01:00:00.000Z')
const { desk, clock, administrator, requestId } = t
const services = { ...desk, calendar: readCalendar('KH'), parameters: readOperatingParameters() }
const offices = ['KH:0102', 'KH:0109', 'KH:0110'] as const
const shareDays = services.parameters('numbers.share-days', clock.now)
const naive = (office: string, on: string = civilDateAt(clock.now, borderZone)) =>
  countNaively(administrator, office, { ...services, now: clock.now, on, shareDays })

/** Chance that is the same at each run. */
let seed = 7
const roll = (sides: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * sides)
}
const staffOf = new Map<string, Readonly<Record<'clerk' | 'cashier' | 'reviewer' | 'printer' | 'governor', Signer>>>()
for (const office of offices) {
  const [clerk, cashier, reviewer, printer, governor] = await Promise.all(
    (['clerk', 'cashier', 'reviewer', 'printer', 'governor'] as const).map((role) => t.hire(role, office)),
  )
  assert.ok(clerk && cashier && reviewer && printer && governor)
  staffOf.set(office, { clerk, cashier, reviewer, printer, governor })
}
const at = (office: string) => staffOf.get(office) ?? assert.fail(office)

const toSign: { office: string; id: HolderBoundId; ends: number }[] = []
let person = 1000
/** A case that goes as far as chance lets it. */
async function someCase(office: (typeof offices)[number]): Promise<void> {
  const { clerk, cashier, reviewer } = at(office)
  const applicant = madeUpApplicant(person++, 'KH', office as AreaCode)
  const photo = { portrait: hash('sha256', `p ${person}`, 'buffer'), chip: hash('sha256', `c ${person}`, 'buffer') }
  const by = ({ actor }: Signer) => ({ requestId: requestId(), actor })
  const taken = accepted(await applyForPass(desk, { ...by(clerk), office: office as AreaCode, applicant, photo, madeUp: true }))
  const application = taken.id
  const ground = rejectionGrounds[roll(rejectionGrounds.length)] ?? 'other'
  const [ends, reason] = [roll(12), 'by chance']
  if (ends === 0) return
  if (ends === 1) return void accepted(await withdrawApplication(desk, { ...by(clerk), application, reason }))
  if (ends === 2) return void accepted(await rejectApplication(desk, { ...by(reviewer), application, reason, ground }))
  if (ends === 3) return void accepted(await returnApplication(desk, { ...by(reviewer), application, reason }))
  accepted(await takeFee(desk, cashier.actor, taken))
  if (ends === 4) return
  if (ends === 5) return void accepted(await takeUpApplication(desk, { ...by(reviewer), application }))
  if (ends === 6) {
    accepted(await takeUpApplication(desk, { ...by(reviewer), application }))
    accepted(await releaseApplication(desk, { ...by(reviewer), application }))
    return void accepted(await rejectApplication(desk, { ...by(reviewer), application, reason, ground }))
  }
  if (ends === 7) {
    accepted(await returnApplication(desk, { ...by(reviewer), application, reason }))
    clock.now = instantOfMs(epochMs(clock.now) + roll(3) * 3_600_000)
    accepted(await correctApplication(services, { ...by(clerk), application, applicant, photo: null, seen: null, otherPeople: [] }))
  }
  accepted(await approveApplication(desk, { ...by(reviewer), application }))
  if (ends > 8 || ends === 7) toSign.push({ office, id: application, ends })
}

let booklet = 100
/** Signs what waits, and prints and hands over some of it. */
async function signAndPrint(office: (typeof offices)[number]): Promise<void> {
  const { governor, printer } = at(office)
  const mine = toSign.filter((each) => each.office === office).slice(0, 50)
  if (mine.length === 0) return
  const shown = accepted(
    await makeSigningList(
      desk,
      governor.actor,
      mine.map(({ id }) => id),
    ),
  )
  const assertion = governor.authenticator.get({ challenge: shown.options.challenge, origin: desk.origin, rpId: 'localhost', userVerified: true })
  accepted(await signList(desk, { requestId: requestId(), actor: governor.actor, list: shown.list, assertion }))
  for (const { id: application, ends } of mine) {
    toSign.splice(
      toSign.findIndex(({ id }) => id === application),
      1,
    )
    if (ends === 9) continue
    const by = () => ({ requestId: requestId(), actor: printer.actor, application })
    const { rows } = await administrator.query<{ qr_text: string }>('select qr_text from pass where application_id = $1', [application])
    clock.now = instantOfMs(epochMs(clock.now) + roll(4) * 60_000)
    const produce = () =>
      produceBooklet(desk, { ...by(), booklet: `${office.slice(3)}${String(booklet++).padStart(6, '0')}`, scanned: rows[0]?.qr_text ?? '' })
    accepted(await produce())
    if (roll(6) === 0) {
      accepted(await spoilProduced(desk, { ...by(), reason: 'wet' }))
      if (roll(2) === 0) accepted(await produce())
    } else if (ends === 10 && booklet % 3 === 0) await revokeAndWithdraw(office, application)
    else if (ends === 11) accepted(await collectPass(desk, { ...by(), kind: 'thumb', mark: Buffer.from('mark') }))
  }
}

/** Its pass ends before anybody fetched it. */
async function revokeAndWithdraw(office: (typeof offices)[number], application: HolderBoundId): Promise<void> {
  const { governor, clerk } = at(office)
  const { rows } = await administrator.query<{ number: string }>('select number from pass where application_id = $1', [application])
  const reason = 'forged papers'
  accepted(await changePass(desk, { requestId: requestId(), actor: governor.actor, number: rows[0]?.number ?? '', command: 'revoke', reason }))
  accepted(await withdrawApplication(desk, { requestId: requestId(), actor: clerk.actor, application, reason }))
}

for (const office of offices)
  await administrator.query(
    `with b as (insert into booklet_batch values (gen_random_uuid(), $1, $2 || '000100', 1000, $3, 'test') returning id)
     insert into booklet (number, office, batch, state, changed_at, changed_by) select $2 || lpad((100 + i)::text, 6, '0'), $1, b.id, 'in-stock', $3, 'test' from b, generate_series(0, 999) i`,
    [office, office.slice(3), clock.now],
  )

for (let day = 0; day < 14; day += 1) {
  clock.now = instantOfMs(Date.parse('2026-03-02T01:00:00.000Z') + day * 86_400_000)
  for (const office of offices) for (let n = roll(12); n > 0; n -= 1) await someCase(office)
  clock.now = instantOfMs(Date.parse('2026-03-02T08:00:00.000Z') + day * 86_400_000)
  // Some days nobody signs, and in one office hardly ever.
  for (const office of offices) if (office === 'KH:0102' ? day === 13 : roll(3) > 0) await signAndPrint(office)
}
clock.now = '2026-04-01T12:00:00.000Z' as Instant
assert.ok((await runLapse({ database: desk.database, now: () => clock.now })) > 0)

const reaching: [role: Role, place: string, sees: readonly string[]][] = [
  ['clerk', 'KH:0110', ['KH:0110']],
  ['governor', 'KH:0109', ['KH:0109']],
  ['office-administrator', 'KH:0102', ['KH:0102']],
  ['provincial-officer', 'KH:01', offices],
  ['provincial-governor', 'KH:01', offices],
  ['foreign-affairs-desk', 'KH', offices],
  ['auditor', 'KH', offices],
  ['provincial-officer', 'KH:02', []],
]
for (const [role, place, sees] of reaching)
  test(`a ${role} at ${place} counts exactly their offices, with the same numbers`, async () => {
    const { actor } = await t.hire(role, place)
    for (const on of ['2026-03-05', '2026-03-20', '2026-04-01'] as CivilDate[]) {
      const { offices: told, asOf } = accepted(await readNumbers(services, actor, { on, office: undefined }))
      assert.equal(asOf, clock.now)
      assert.deepEqual(
        told.map(({ office }) => office).filter((id) => (offices as readonly string[]).includes(id)),
        sees,
      )
      for (const office of sees)
        assert.deepEqual(
          told.find((each) => each.office === office),
          await naive(office, on),
          `${office} on ${on}`,
        )
    }
  })

test('the set has something of everything that is counted', async () => {
  const { rows } = await administrator.query("select count(*)::int as n from application where state = 'withdrawn' and produced_at is not null")
  assert.ok(rows[0]?.n > 0)
  const all = await Promise.all(offices.map((office) => naive(office)))
  const sum = (of: (numbers: Awaited<ReturnType<typeof naive>>) => number) => all.reduce((total, each) => total + of(each), 0)
  for (const [what, n] of Object.entries({
    issued: sum(({ issued }) => Number(issued.total['new'])),
    late: sum(({ late }) => late),
    withdrawn: sum(({ withdrawn }) => withdrawn.total),
    lapsed: sum(({ lapsed }) => lapsed.total),
    produced: sum(({ produced }) => produced.total),
    collected: sum(({ collected }) => collected.total),
    onTime: sum(({ share }) => share.onTime),
    inTarget: sum(({ share }) => share.withinTarget),
    notOnTime: sum(({ share }) => share.produced - share.onTime),
    paid: sum(({ pending }) => Number(pending['paid'])),
    rejected: sum(({ rejected }) => Object.values(rejected.total).reduce((one, other) => one + other, 0)),
  }))
    assert.ok(n > 0, what)
})

test('who may not count here is refused; a day that has not come has no numbers', async () => {
  const { actor: clerk } = at('KH:0110').clerk
  const asked = async (actor: typeof clerk, office: string | undefined, on?: string) =>
    codeOf(await readNumbers(services, actor, { office: office as AreaCode | undefined, on: on as CivilDate | undefined }))
  assert.equal(await asked(clerk, 'KH:0109'), 'authority.place')
  assert.equal(await asked(at('KH:0110').cashier.actor, undefined), 'authority.place')
  assert.equal(await asked(clerk, undefined, '2026-04-02'), 'request.malformed')
  assert.equal(await asked(clerk, 'KH:0110', '2026-04-01'), 'ok')
})

test('each number opens a list as long as itself', async () => {
  const { actor } = await t.hire('provincial-officer', 'KH:01')
  for (const office of offices) {
    const told = await naive(office, '2026-03-09')
    const behind = async (what: Parameters<typeof readCasesBehind>[2]['what'], detail = '', day: string | null = null) =>
      accepted(await readCasesBehind(services, actor, { office: office as AreaCode, what, detail, day: day as CivilDate | null })).length
    for (const [state, n] of Object.entries(told.pending)) assert.equal(await behind('pending', state), n, state)
    assert.equal(await behind('late'), told.late)
    assert.equal(await behind('issued', 'new', '2026-03-09'), told.issued.day['new'])
    for (const what of ['produced', 'collected', 'withdrawn', 'lapsed'] as const)
      assert.equal(await behind(what, '', '2026-03-09'), told[what].day, what)
    for (const [ground, n] of Object.entries(told.rejected.day)) assert.equal(await behind('rejected', ground, '2026-03-09'), n, ground)
  }
  const foreign = await readCasesBehind(services, at('KH:0110').clerk.actor, { office: 'KH:0109' as AreaCode, what: 'late', detail: '', day: null })
  assert.equal(codeOf(foreign), 'authority.place')
})

const drift = `select * from (select day, office, what, detail, sum(n) as n from office_counts_of_rows() group by 1, 2, 3, 4) r
  full join office_count_day c using (day, office, what, detail) where coalesce(r.n, 0) <> coalesce(c.n, 0)`
test('the counters written step by step are the counters of the rows', async () => {
  assert.deepEqual((await administrator.query(drift)).rows, [])
  const { rows } =
    await administrator.query(`select * from (select office, what, case when what = 'produced' then '' else detail end as detail, sum(n) as n from office_count_day group by 1, 2, 3) d
    full join office_count_total c using (office, what, detail) where coalesce(d.n, 0) <> coalesce(c.n, 0)`)
  assert.deepEqual(rows, [])
})

test('hours of the staff are those of their events', async () => {
  const { rows } = await administrator.query(`select * from
    (select (recorded_at at time zone interval '+07:00')::date as day, place as office, extract(hour from recorded_at at time zone interval '+07:00')::int as hour, actor as account,
      case type when 'ApplicationSubmitted' then 'submit' when 'ApplicationApproved' then 'approve' when 'PassSigned' then 'sign' when 'BookletProduced' then 'produce' when 'PassCollected' then 'collect'
        when 'ApplicationRejected' then 'reject' end as step, count(*) as n from event group by 1, 2, 3, 4, 5) e
    full join (select * from staff_count_hour where step in ('submit', 'approve', 'sign', 'produce', 'collect', 'reject')) c using (day, office, hour, account, step)
    where step is not null and coalesce(e.n, 0) <> coalesce(c.n, 0)`)
  assert.deepEqual(rows, [])
})

for (let round = 1; round <= 3; round += 1)
  test(`rows that chance put in, round ${round}: every number is the count`, async () => {
    const { rows } = await administrator.query<{ id: string }>("select id from mandate where office = 'KH:0104'")
    await makePasses(administrator, { office: 'KH:0104' as AreaCode, mandate: rows[0]?.id ?? '', at: clock.now, count: 120, series: round })
    await scatter()
    const { actor } = await t.hire('provincial-governor', 'KH:01')
    for (const on of [civilDateAt(clock.now, borderZone), addDays('2026-03-20' as CivilDate, roll(10))]) {
      const { offices: told } = accepted(await readNumbers(services, actor, { on, office: undefined }))
      assert.deepEqual(
        told.find(({ office }) => office === 'KH:0104'),
        await naive('KH:0104', on),
      )
    }
  })

/** States, days and grounds by chance, as far as the table's own rules let them; then the counters as the migration makes them. */
async function scatter(): Promise<void> {
  await administrator.query(`select setseed(${roll(1000) / 1000})`)
  await administrator.query(`with r as (select cell, id, random() as a, random() as b, random() as c, random() as d, random() as e from application where office = 'KH:0104')
    update application x set paid_at = timestamptz '2026-03-01' + r.a * interval '25 days', corrected_at = case when r.b < 0.3 then timestamptz '2026-03-01' + r.c * interval '28 days' end,
      state = (array['paid', 'under-review', 'approved', 'signed', 'produced', 'collected', 'rejected', 'withdrawn'])[1 + floor(r.d * 8)::int],
      kind = 'new', signed_at = case when r.d >= 0.375 and r.d < 0.75 then timestamptz '2026-03-03' + r.e * interval '26 days' end,
      produced_at = case when r.d >= 0.5 and r.d < 0.75 then timestamptz '2026-03-04' + r.e * interval '27 days' end,
      collected_at = case when r.d >= 0.625 and r.d < 0.75 then timestamptz '2026-03-05' + r.e * interval '27 days' end,
      ground = case when r.d >= 0.75 and r.d < 0.875 then (array['papers', 'identity', 'address', 'photo', 'fraud-suspected', 'other'])[1 + floor(r.b * 6)::int] end,
      closed_at = case when r.d >= 0.75 then timestamptz '2026-03-03' + r.c * interval '28 days' end
    from r where x.cell = r.cell and x.id = r.id`)
  await administrator.query('truncate office_count_day, office_count_total')
  await administrator.query('insert into office_count_day select day, office, what, detail, sum(n) from office_counts_of_rows() group by 1, 2, 3, 4')
  await administrator.query(
    "insert into office_count_total select office, what, case when what = 'produced' then '' else detail end, sum(n) from office_count_day group by 1, 2, 3",
  )
}
