import type { Actor } from '../../identity/actor.rules.ts'
import type { AreaCode, CommandId } from '../../kernel/code.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { epochMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { type HolderBoundId, newCommandId } from '../../platform/ids.ts'
import { findApplications } from '../application.store.ts'
import { produceBooklets } from '../booklets/produce-booklet.ts'
import { readStock, receiveBooklets } from '../booklets/stock-booklets.ts'
import { type Issuing, inNameOf } from '../issuing.ts'
import { findQrTexts } from '../pass.queries.ts'

type Hands = { readonly printer: Actor; readonly administrator: Actor }
type Command = { readonly requestId: CommandId; readonly application: HolderBoundId }

/** What lies in stock afterwards, of every run that came in. */
const spare = 2
const attempts = 5

/** Binds signed made-up cases of one office: the administrator takes a run of made-up numbers into stock, the printer reads each code back from the page that nobody printed. */
export async function bindMadeUpBooklets(past: Issuing, office: AreaCode, hands: Hands, commands: readonly Command[]): Promise<Outcome<unknown>> {
  const numbers = await receiveRun(past, office, hands.administrator, commands.length)
  if (!numbers.ok) return numbers
  const codes = await inTransaction(past.database, inNameOf(past, hands.printer), async (tx) => {
    const cases = await findApplications(
      tx,
      commands.map(({ application }) => application),
    )
    const passes = cases.map(({ passNumber }) => passNumber ?? '')
    const texts = await findQrTexts(tx, passes)
    return new Map(cases.map(({ id, passNumber }) => [id, texts.get(passNumber ?? '') ?? '']))
  })
  const cases = commands.map((each, index) => ({ ...each, booklet: numbers.value[index] ?? null, scanned: codes.get(each.application) ?? '' }))
  return produceBooklets(past, { actor: hands.printer, cases })
}

/** The office's own made-up series, "MU", its digits and a serial, goes on where its stock ends. Two that ask at once: the later one asks again. */
async function receiveRun(past: Issuing, office: AreaCode, administrator: Actor, needed: number): Promise<Outcome<readonly string[]>> {
  const numberOf = (serial: number) => `MU${office.slice(3).padEnd(6, '0')}${String(serial).padStart(6, '0')}`
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const stock = await readStock(past, administrator, office)
    if (!stock.ok) return stock
    const { inStock, used, spoilt } = stock.value
    const first = inStock + used + spoilt + 1
    const run = { office, first: numberOf(first), count: needed + spare }
    const received = await receiveBooklets(past, { requestId: newCommandId(epochMs(past.now())), actor: administrator, ...run })
    if (received.ok) return accept(Array.from({ length: needed }, (_, index) => numberOf(first + index)))
    if (received.refusal.code !== 'booklet.already-received') return received
  }
  return refuse('booklet.already-received')
}
