import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { cellOf } from '../../platform/ids.ts'
import type { Application } from '../application.store.ts'
import { changeApplication, type Step } from '../change-application.ts'
import type { Issuing } from '../issuing.ts'
import { findPass } from '../pass.queries.ts'
import { handOverPass } from '../pass-state.store.ts'
import { nextBookletState, parseBookletNumber } from './booklet.rules.ts'
import { findBookletForUpdate, type HandOver, insertHandOver, updateBooklet } from './booklet.store.ts'

export type ProduceBooklet = Step & {
  /** Null for an extension, whose page goes into the booklet that is there. */
  readonly booklet: string | null
  /** What the reader saw on the printed page: the quality check. */
  readonly scanned: string
}
export type SpoilProduced = Step & { readonly reason: string }
export type CollectPass = Step & Pick<HandOver, 'kind' | 'mark'>

/** Binds the printed page to a numbered booklet of this office's stock, once the page's own code was read back and is the pass's. */
export const produceBooklet = (issuing: Issuing, command: ProduceBooklet): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'produce', 'BookletProduced', async (tx, application) => {
    const [at, by] = [issuing.now(), command.actor.account]
    const pass = application.passNumber === null ? undefined : await findPass(tx, application.passNumber)
    if (!pass) return refuse('pass.not-found')
    if (command.scanned.trim() !== pass.qrText) return refuse('booklet.qr-differs')
    const printed = { produced_at: at, ...(application.hands.printedBy === null && { printed_by: by }) }
    // An extension's page goes into the booklet that its holder has.
    if (application.kind === 'extension') return accept(printed)
    const number = parseBookletNumber(command.booklet ?? '')
    if (number === undefined) return refuse('booklet.number')
    const booklet = await findBookletForUpdate(tx, number)
    if (!booklet || booklet.office !== application.office) return refuse('booklet.unknown', { about: { number } })
    const next = nextBookletState(booklet.state, 'use')
    if (!next.ok) return refuse(next.refusal.code, { about: { number } })
    await updateBooklet(tx, number, { state: next.value, pass: pass.number, at, by })
    return accept({ booklet: number, ...printed })
  })

/** The booklet was spoilt after its number was taken: the number is gone for good, and the case wants another one. */
export const spoilProduced = (issuing: Issuing, command: SpoilProduced): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'spoil', 'ProducedBookletSpoilt', async (tx, application) => {
    // An extension's spoilt page leaves the booklet what it was.
    if (application.kind === 'extension') return accept({ produced_at: null, printed_by: null, reason: command.reason })
    const booklet = application.booklet === null ? undefined : await findBookletForUpdate(tx, application.booklet)
    const next = booklet && nextBookletState(booklet.state, 'spoil')
    if (!booklet || !next?.ok) throw new Error('a produced case without its booklet')
    await updateBooklet(tx, booklet.number, { state: next.value, at: issuing.now(), by: command.actor.account, reason: command.reason })
    // Its page waits to be printed again.
    return accept({ booklet: null, produced_at: null, printed_by: null, reason: command.reason })
  })

/** Handed over: the holder, or who takes it for a child, sets a mark, which is kept as a picture. From here on the pass is in its holder's hands, and the gate reads so. */
export const collectPass = (issuing: Issuing, command: CollectPass): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'collect', 'PassCollected', async (tx, application) => {
    const [at, account] = [issuing.now(), command.actor.account]
    await insertHandOver(tx, application.id, { kind: command.kind, mark: command.mark, at, account })
    await handOverPass(tx, { cell: cellOf(application.personId), number: application.passNumber ?? '' }, at)
    return accept({ collected_at: at, collected_account: account })
  })
