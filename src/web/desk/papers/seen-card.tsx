import type { CivilDate } from '../../../kernel/time.ts'
import { showsPapers } from '../../../passes/fields.rules.ts'
import type { ApplicationAnswer as Application } from '../../../passes/passes.api.ts'
import { formatDate } from '../../../words/dates.ts'
import { paperListWords, paperWords } from '../../../words/papers.ts'
import { missingOf } from '../form/law.ts'
import { useWords } from '../frame/language.tsx'
import { useMe } from '../frame/me.tsx'
import { Facts } from '../parts/facts.tsx'
import { useAnswer, useInstance } from '../queries.ts'
import { usePaperWords } from './paper-words.ts'
import { PictureList, type PictureName } from './picture-list.tsx'

/** What the clerk saw and photographed, and what is missing. Why to look twice stands above the steps. */
export function SeenCard({ application }: { application: Application }) {
  const { say, language } = useWords()
  const { me } = useMe()
  const words = usePaperWords()
  const instance = useInstance().data
  const { id, papers, livesSince, proofOn, notShown } = application
  const mayLook = showsPapers(me.grants.filter(({ inForce }) => inForce).map(({ role }) => role))
  const pictures = useAnswer<PictureName[]>(`/api/v1/applications/${id}/papers`, { enabled: mayLook }).data ?? []
  if (papers === null && notShown.includes('papers')) return null
  const missing = papers === null || !instance ? [] : missingOf(instance.state, { ...application, papers })
  const day = (date: string | null) => (date === null ? null : formatDate(date as CivilDate, language))
  return (
    <section className="card" aria-labelledby="seen-title" data-testid="seen">
      <h2 id="seen-title">{say(paperListWords.title)}</h2>
      {papers === null && <p className="soft">{say(paperListWords.none)}</p>}
      {missing.length > 0 && (
        <p className="notice tone-flag" data-testid="not-seen">
          <strong>{say(paperListWords.notSeen, { papers: words.lines(missing) })}</strong>
        </p>
      )}
      <ul className="paper-list">
        {papers?.map((paper) => (
          <li key={paper} data-testid="seen-paper" data-paper={paper}>
            <span>{say(paperWords[paper])}</span>
            <PictureList of={`applications/${id}`} pictures={pictures.filter((picture) => picture.paper === paper)} />
            {mayLook && !pictures.some((picture) => picture.paper === paper) && <span className="soft small">{say(paperListWords.noPicture)}</span>}
          </li>
        ))}
      </ul>
      {pictures.some(({ paper }) => !papers?.includes(paper)) && (
        <PictureList of={`applications/${id}`} pictures={pictures.filter(({ paper }) => !papers?.includes(paper))} />
      )}
      <Facts
        facts={[
          [say(paperListWords.livesSince), day(livesSince)],
          [say(paperListWords.proofDate), day(proofOn)],
        ]}
      />
    </section>
  )
}
