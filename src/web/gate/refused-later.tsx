/** @jsxImportSource preact */
import { gateWords } from '../../words/gate.ts'
import type { Problem } from '../api.ts'
import { useSaid } from '../said-problem.ts'
import { Icon } from './icons.tsx'
import type { Outbox } from './outbox.ts'
import { useStore } from './store.ts'
import { useWords } from './use-words.ts'

function Why({ problem }: { problem: Problem }) {
  const { language } = useWords()
  return <>{useSaid(problem, language)?.title}</>
}

/** Movements that were sent later and not accepted, and those that another officer left: nothing disappears unseen. */
export function RefusedLater({ outbox }: { outbox: Outbox }) {
  const { t } = useWords()
  const entries = useStore(outbox)
  const refused = entries.flatMap(({ id, name, refused }) => (refused ? [{ id, name, problem: refused }] : []))
  const others = entries.filter((entry) => entry.refused === null && outbox.isOfAnother(entry))
  const names = [...new Set(others.map(({ by }) => by?.name))].join(', ')
  return (
    <>
      {others.length > 0 && (
        <section class="refused-later" data-testid="of-another">
          <h3>
            <Icon name="tray" />
            {t(gateWords.ofAnother, { n: others.length, name: names })}
          </h3>
          <p>{t(gateWords.ofAnotherNote)}</p>
          <button type="button" onClick={() => void outbox.takeOver()}>
            {t(gateWords.takeOver)}
          </button>
        </section>
      )}
      {refused.length > 0 && (
        <section class="refused-later">
          <h3>
            <Icon name="flag" />
            {t(gateWords.refusedLater)}
          </h3>
          <ul>
            {refused.map(({ id, name, problem }) => (
              <li key={id}>
                <strong>{name}</strong> <Why problem={problem} />
                <button type="button" onClick={() => void outbox.dismiss(id)}>
                  {t(gateWords.seen)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
