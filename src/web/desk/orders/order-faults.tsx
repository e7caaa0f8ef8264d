import { createContext, type ReactNode, useContext } from 'react'
import { stageWords, ordersWords as words } from '../../../words/orders.ts'
import { stateWords } from '../../../words/states.ts'
import { useWords } from '../frame/language.tsx'
import { usePointName } from '../names.ts'
import { useProblemWords } from '../parts/answered.tsx'
import { type Fault, placeOf } from './fault-places.ts'

/** What the last look found wrong, for the fields. */
export const OrderFaults = createContext<readonly Fault[]>([])

/** The words of a fault, with the names that people use for its place, its point and its state. */
function useFaultWords() {
  const { say } = useWords()
  const [problemWords, pointName] = [useProblemWords(), usePointName()]
  const place = (path: string): string =>
    placeOf(path)
      .map(({ words: text, n }) => say(text, { n: n ?? '' }))
      .join(' · ') || path
  const named = ({ path, about = {} }: Fault) => {
    const { point, state, stage } = about
    return {
      ...about,
      // What the form has no field for is called as the file calls it.
      ...(about['path'] !== undefined && { path: place(path) || String(about['path']) }),
      ...(typeof point === 'string' && { point: pointName(point) }),
      ...(typeof state === 'string' && state in stateWords && { state: say(stateWords[state as keyof typeof stateWords]) }),
      ...(typeof stage === 'string' && stage in stageWords && { stage: say(stageWords[stage as keyof typeof stageWords]) }),
    }
  }
  const wordsOf = (fault: Fault) =>
    problemWords({ code: fault.code, status: 422, title: fault.code, next: '', rule: '', instruments: [], about: named(fault) } as Parameters<
      typeof problemWords
    >[0])
  return { place, wordsOf }
}

/** What is wrong at a place of the order: there alone, or (`deep`) in it too. */
export function useFaultAt(): (path: string, deep?: boolean) => string | undefined {
  const faults = useContext(OrderFaults)
  const { wordsOf } = useFaultWords()
  return (path, deep = true) => {
    const here = faults.filter((fault) => fault.path === path || (deep && fault.path.startsWith(`${path}/`)))
    const told = new Set(
      here.map((fault) => {
        const { title, next } = wordsOf(fault)
        return `${title} ${next}`.trim()
      }),
    )
    return told.size === 0 ? undefined : [...told].join(' ')
  }
}

/** At the head of a part, what is wrong with all of it. */
export function FaultNote({ path, deep = false }: { path: string; deep?: boolean }) {
  const told = useFaultAt()(path, deep)
  return told === undefined ? null : (
    <p className="field-error" data-fault={path}>
      {told}
    </p>
  )
}

/** Everything that is wrong, each with its place. */
export function FaultList({ faults, children }: { faults: readonly Fault[]; children?: ReactNode }) {
  const { say } = useWords()
  const { place, wordsOf } = useFaultWords()
  return (
    <section className="notice notice-refuse" role="alert" aria-labelledby="order-faults" data-testid="order-faults">
      <div className="stack">
        <h2 id="order-faults">{say(words.faults)}</h2>
        {children}
        <ul className="order-list">
          {faults.map((fault) => {
            const { title, next } = wordsOf(fault)
            return (
              <li key={`${fault.code} ${fault.path}`} data-testid="order-fault" data-code={fault.code}>
                {/* The file as a whole has no place in the form. */}
                {place(fault.path) && <span className="small soft second-line">{place(fault.path)}</span>}
                <strong>{title}</strong> {next}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
