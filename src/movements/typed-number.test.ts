// Goal: a number that was typed is looked for on the watchlist by the name it has in the register, and that opens no list of names to the recorder. Method: a point, a pass whose holder is listed by name alone; its number typed at the gate and asked on a phone; the database asked as each login group.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../app/test-desk.ts'
import { openPoint, poipet } from '../checkpoint/test-point.ts'

const { open, desk, officer, cross, rows } = await openPoint()
const [{ number }, { number: other }] = [await desk.issue(3), await desk.issue(4)]
const interior: Who = { role: 'interior-desk', place: 'KH' }
type Holder = { local_name: string; given_name: string; family_name: string; birth_date: string; sex: number; nationality: string }
const [holder] = await rows<Holder>(
  'select p.local_name, p.given_name, p.family_name, p.birth_date, p.sex, p.nationality from pass_number n join person p on p.cell = n.cell and p.id = n.person_id where n.number = $1',
  [number],
)
if (!holder) assert.fail()

const readings = async (of: string) => (await rows<{ n: number }>('select count(*)::int as n from person_read where subject = $1', [of]))[0]?.n
const before = await readings(other)

test('while nobody is watched for, the number passes', async () => {
  assert.equal((await cross(number, 'exit')).verdict.outcome, 'admit')
})

test('listed by name and birth date alone: the typed number is referred, another one is not', async () => {
  const entry = {
    ...{ requestId: desk.id(), place: 'KH', kind: 'person', reason: 'missing', source: 'Provincial police', seenBy: 'point', lastDay: '2027-05-20' },
    person: {
      ...{ nameKhmer: null, nameThai: null, nameLatin: `${holder.family_name} ${holder.given_name}` },
      ...{ birthDate: holder.birth_date, birthYear: null, sex: holder.sex, nationality: holder.nationality },
    },
  }
  const listed = await desk.post('/api/v1/watchlist/entries', entry, interior)
  assert.equal(listed.status, 201, JSON.stringify(listed.body))
  const asked = (document: object) => desk.post('/api/v1/verdicts', { point: poipet, direction: 'entry', document, photo: 'match' }, officer)
  assert.equal((await asked({ number })).body.verdict.outcome, 'refer')
  open.clock.now = '2026-11-20T02:10:00.000Z' as typeof open.clock.now
  assert.equal((await cross(number, 'entry')).verdict.outcome, 'refer')
  assert.equal((await cross(other, 'exit')).verdict.outcome, 'admit')
})

test('recording shows no name to anybody, and puts down no reading', async () => {
  assert.equal(await readings(other), before)
})

test('the recorder’s login asks whom one number names, and reads no names; the others cannot ask', async () => {
  const as = async (group: string, text: string): Promise<unknown> => {
    const client = await open.administrator.connect()
    try {
      await client.query('begin')
      await client.query(`set local role ${group}`)
      return (await client.query(text)).rows
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const ask = `select family_name from bearer_of('${number}')`
  assert.deepEqual(await as('spean_recorder', ask), [{ family_name: holder.family_name }])
  assert.deepEqual(await as('spean_recorder', "select * from bearer_of('KH99')"), [])
  for (const columns of ['local_name', 'given_name', 'family_name', 'sex', '*'])
    assert.equal(await as('spean_recorder', `select ${columns} from person`), '42501', columns)
  for (const group of ['spean_app', 'spean_identity', 'spean_reader']) assert.equal(await as(group, ask), '42501', group)
})
