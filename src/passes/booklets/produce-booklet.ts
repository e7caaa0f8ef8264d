import type { Actor } from '../../identity/actor.rules.ts'
import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { cellOf } from '../../platform/ids.ts'
import type { Application } from '../application.store.ts'
import { type Added, changeApplication, changeApplications, onlyOne, type Step } from '../change-application.ts'
import type { Issuing } from '../issuing.ts'
import { findQrTexts } from '../pass.queries.ts'
import { passStateAt } from '../pass.rules.ts'
import { handOverPasses } from '../pass-state.store.ts'
import { nextBookletState, parseBookletNumber } from './booklet.rules.ts'
import { findBookletsForUpdate, type HandOver, insertHandOvers, takeBooklets } from './booklet.store.ts'
import { spoilBoundBooklet } from './spoil-bound.ts'

export type ProduceBooklet = Step & ToBind
type ToBind = {
  /** Null for an extension, whose page goes into the booklet that is there. */
  readonly booklet: string | null
  /** What the reader saw on the printed page: the quality check. */
  readonly scanned: string
}
export type SpoilProduced = Step & { readonly reason: string }
export type CollectPass = Step & Mark
type Mark = Pick<HandOver, 'kind' | 'mark'>
type Case = Omit<Step, 'actor'>

/** Binds the printed page to a numbered booklet of this office's stock, once the page's own code was read back and is the pass's. */
export const produceBooklet = async (issuing: Issuing, command: ProduceBooklet): Promise<Outcome<Application>> =>
  onlyOne(await produceBooklets(issuing, { actor: command.actor, cases: [command] }))

/** The same for several at once: all are bound or none. */
export const produceBooklets = (
  issuing: Issuing,
  { actor, cases }: { readonly actor: Actor; readonly cases: readonly (Case & ToBind)[] },
): Promise<Outcome<Application[]>> =>
  changeApplications(issuing, { actor, cases }, 'produce', 'BookletProduced', async (tx, applications) => {
    const [at, by] = [issuing.now(), actor.account]
    const told = new Map(cases.map((each) => [each.application, each]))
    const texts = await findQrTexts(
      tx,
      applications.flatMap(({ passNumber }) => passNumber ?? []),
    )
    const numberOf = ({ id, kind }: Application) => (kind === 'extension' ? undefined : parseBookletNumber(told.get(id)?.booklet ?? ''))
    const stock = await findBookletsForUpdate(tx, applications.flatMap((each) => numberOf(each) ?? []).sort())
    const all: Added[] = []
    const used: { number: string; pass: string }[] = []
    for (const application of applications) {
      const text = texts.get(application.passNumber ?? '')
      if (application.passNumber === null || application.pass === null || text === undefined) return refuse('pass.not-here')
      // No booklet is used up for a pass that nobody will be given, and nobody is told to come for it.
      if (passStateAt(application.pass, at) !== 'active') return refuse('pass.not-active', { about: { number: application.passNumber } })
      if (told.get(application.id)?.scanned.trim() !== text) return refuse('booklet.qr-differs')
      const printed = { produced_at: at, ...(application.hands.printedBy === null && { printed_by: by }) }
      // An extension's page goes into the booklet that its holder has.
      if (application.kind === 'extension') {
        all.push(printed)
        continue
      }
      const number = numberOf(application)
      if (number === undefined) return refuse('booklet.number')
      const booklet = stock.get(number)
      if (!booklet || booklet.office !== application.office) return refuse('booklet.unknown', { about: { number } })
      const next = used.some((each) => each.number === number) ? refuse('booklet.already-used') : nextBookletState(booklet.state, 'use')
      if (!next.ok) return refuse(next.refusal.code, { about: { number } })
      used.push({ number, pass: application.passNumber })
      all.push({ booklet: number, ...printed })
    }
    await takeBooklets(tx, used, { at, by })
    return accept(all)
  })

/** The booklet was spoilt after its number was taken: the number is gone for good, and the case wants another one. */
export const spoilProduced = (issuing: Issuing, command: SpoilProduced): Promise<Outcome<Application>> =>
  changeApplication(issuing, command, 'spoil', 'ProducedBookletSpoilt', async (tx, application) => {
    // An extension's spoilt page leaves the booklet what it was.
    if (application.kind === 'extension') return accept({ produced_at: null, printed_by: null, reason: command.reason })
    await spoilBoundBooklet(tx, application, { at: issuing.now(), by: command.actor.account, reason: command.reason })
    // Its page waits to be printed again.
    return accept({ booklet: null, produced_at: null, printed_by: null, reason: command.reason })
  })

/** Handed over: the holder, or who takes it for a child, sets a mark, which is kept as a picture. From here on the pass is in its holder's hands, and the gate reads so. */
export const collectPass = async (issuing: Issuing, command: CollectPass): Promise<Outcome<Application>> =>
  onlyOne(await collectPasses(issuing, { actor: command.actor, cases: [command] }))

/** The same for several at once. */
export const collectPasses = (
  issuing: Issuing,
  { actor, cases }: { readonly actor: Actor; readonly cases: readonly (Case & Mark)[] },
): Promise<Outcome<Application[]>> =>
  changeApplications(issuing, { actor, cases }, 'collect', 'PassCollected', async (tx, applications) => {
    const [at, account] = [issuing.now(), actor.account]
    const marks = cases.filter(({ application }) => applications.some(({ id }) => id === application))
    await insertHandOvers(
      tx,
      marks.map(({ application, kind, mark }) => ({ application, kind, mark, at, account })),
    )
    const ended = await handOverPasses(
      tx,
      applications.map(({ personId, passNumber }) => ({ cell: cellOf(personId), number: passNumber ?? '' })),
      at,
    )
    // Over or suspended since it was printed: nobody is given it as if it were good. Named, so that the others are handed over without it.
    if (ended.length > 0) return refuse('pass.not-active', { about: { number: ended.join(', ') } })
    return accept(applications.map(() => ({ collected_at: at, collected_account: account })))
  })
