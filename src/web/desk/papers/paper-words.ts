import type { PaperKind, PaperLine } from '../../../instruments/law.rules.ts'
import { formatNumber } from '../../../words/dates.ts'
import { paperLineWords, paperWords } from '../../../words/papers.ts'
import { useWords } from '../frame/language.tsx'

/** Papers in the reader's words. */
export function usePaperWords() {
  const { say, language } = useWords()
  const either = (oneOf: readonly string[]) =>
    oneOf.map((paper) => say(paperWords[paper as PaperKind])).reduce((one, other) => say(paperLineWords.or, { one, other }))
  return {
    paper: (paper: PaperKind, { count }: Pick<PaperLine, 'count'>) =>
      count > 1 ? say(paperLineWords.several, { paper: say(paperWords[paper]), count: formatNumber(count, language) }) : say(paperWords[paper]),
    /** Lines of which nothing was seen. */
    lines: (lines: readonly Pick<PaperLine, 'oneOf'>[]) => lines.map(({ oneOf }) => either(oneOf)).join(' · '),
    /** The same as a flag tells it: "a/b c". */
    flag: (papers: string) =>
      papers
        .split(' ')
        .map((line) => either(line.split('/')))
        .join(' · '),
  }
}
