// Goal: a start with a bank half named, wrongly named or of the other state ends in one clear line; named whole, each state has its gateway. Method: every setting left out once, files with every fault.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { AreaCode } from '../../kernel/code.ts'
import { ConfigFault, readConfig } from '../../platform/config.ts'
import { gatewayOf } from './named-gateway.ts'

const folder = mkdtempSync(join(tmpdir(), 'spean-named-bank-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
function file(content: string): string {
  files += 1
  const path = join(folder, String(files))
  writeFileSync(path, content)
  return path
}
const token = file('a-token-of-some-length\n')
const merchant = { office: 'KH:0110', account: 'poipet@devb', merchantId: 'KH0110', acquiringBank: 'Dev Bank', name: 'Poipet', city: 'Poipet' }
const biller = { office: 'TH:2706', billerId: '099400016550100' }
const url = 'https://bank.example/open/'
const whole = {
  KH: { SPEAN_BAKONG_URL: url, SPEAN_BAKONG_TOKEN_FILE: token, SPEAN_MERCHANTS: file(JSON.stringify([merchant])) },
  TH: {
    SPEAN_PROMPTPAY_URL: url,
    SPEAN_PROMPTPAY_TOKEN_FILE: token,
    SPEAN_PROMPTPAY_CLIENT: 'province-27',
    SPEAN_BILLERS: file(JSON.stringify([biller])),
  },
}
const gateway = (state: 'KH' | 'TH', environment: Record<string, string>) => gatewayOf(readConfig({ SPEAN_STATE: state, ...environment }), Date.now)
const refused = (state: 'KH' | 'TH', environment: Record<string, string>, says: RegExp) =>
  assert.throws(
    () => gateway(state, environment),
    (error) => error instanceof ConfigFault && says.test(error.message) && !error.message.includes('\n'),
  )

test('nothing named is cash alone; named whole, each state has its own way', () => {
  assert.equal(gateway('KH', {}), undefined)
  assert.equal(gateway('TH', {}), undefined)
  const [khmer, thai] = [gateway('KH', whole.KH), gateway('TH', whole.TH)]
  assert.deepEqual([khmer?.how, khmer?.serves('KH:0110' as AreaCode), khmer?.serves('KH:0109' as AreaCode)], ['khqr', true, false])
  assert.deepEqual([thai?.how, thai?.serves('TH:2706' as AreaCode), thai?.serves('TH:2701' as AreaCode)], ['promptpay', true, false])
})

for (const state of ['KH', 'TH'] as const)
  for (const variable of Object.keys(whole[state]))
    test(`${state} without ${variable} alone, and with it alone, is refused`, () => {
      refused(state, { ...whole[state], [variable]: '' }, new RegExp(`half named: ${variable} is not set`))
      const alone = Object.fromEntries(Object.entries(whole[state]).filter(([name]) => name === variable))
      refused(state, alone, /half named: .* is not set. Set .* none of them to take cash alone/)
    })

test('a bank of the other state is refused, also half named or beside a right one', () => {
  refused('TH', whole.KH, /SPEAN_BAKONG_URL cannot be used with SPEAN_STATE=TH: Bakong pays offices of KH/)
  refused('KH', { ...whole.KH, ...whole.TH }, /SPEAN_PROMPTPAY_URL cannot be used with SPEAN_STATE=KH: PromptPay pays offices of TH/)
  refused('KH', { SPEAN_BILLERS: whole.TH.SPEAN_BILLERS }, /SPEAN_BILLERS cannot be used with SPEAN_STATE=KH/)
})

test('a token that is not there, or is none', () => {
  for (const bad of ['/nowhere', folder, file('\n'), file('two words of it')]) {
    refused('TH', { ...whole.TH, SPEAN_PROMPTPAY_TOKEN_FILE: bad }, /SPEAN_PROMPTPAY_TOKEN_FILE cannot be used/)
    refused('KH', { ...whole.KH, SPEAN_BAKONG_TOKEN_FILE: bad }, /SPEAN_BAKONG_TOKEN_FILE cannot be used/)
  }
})

const billerFiles: [name: string, content: string, says: RegExp][] = [
  ['no JSON', '[', /is no JSON/],
  ['no list', '{}', /agreed form/],
  ['nobody in it', '[]', /agreed form/],
  ['a key that we do not know', JSON.stringify([{ ...biller, account: 'x' }]), /agreed form/],
  ['a number, not digits', JSON.stringify([{ ...biller, billerId: 99400016550100 }]), /agreed form/],
  ['no office', JSON.stringify([{ ...biller, office: 'Aranyaprathet' }]), /no office/],
  ['an office of Cambodia', JSON.stringify([{ ...biller, office: 'KH:0110' }]), /KH:0110 is no office of TH/],
  ['an office twice', JSON.stringify([biller, biller]), /names TH:2706 twice/],
  ['a tax number', JSON.stringify([{ ...biller, billerId: '0994000165501' }]), /TH:2706 needs a biller number of 15 digits/],
  ['a telephone', JSON.stringify([{ ...biller, billerId: '0812345678' }]), /carries no reference/],
  ['Thai digits', JSON.stringify([{ ...biller, billerId: '๐๙๙๔๐๐๐๑๖๕๕๐๑๐๐' }]), /15 digits/],
  ['sixteen digits', JSON.stringify([{ ...biller, billerId: '0994000165501001' }]), /15 digits/],
]
for (const [name, content, says] of billerFiles)
  test(`a file of billers is refused at the start: ${name}`, () => {
    const path = file(content)
    refused('TH', { ...whole.TH, SPEAN_BILLERS: path }, says)
  })
test('a file of billers that is not there', () => refused('TH', { ...whole.TH, SPEAN_BILLERS: '/nowhere' }, /cannot be read/))
