import type { Language } from '../../../kernel/language.ts'
import type { NeedsAnswer } from '../../../portal/portal.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { paperLineWords, paperWords } from '../../../words/papers.ts'
import { fill } from '../point-words.ts'

type Line = NonNullable<NeedsAnswer['papers']>['lines'][number]
/** "Identity card or birth certificate", "Photo 4×6, 2 of them"; what is only taken for granted says so. */
export function sayPaper({ oneOf, count, when, basis }: Line, language: Language): string {
  const [first, ...others] = oneOf.map((paper) => paperWords[paper][language])
  let said = others.reduce((one, other) => fill(paperLineWords.or[language], { one, other }), first ?? '')
  if (count > 1) said = fill(paperLineWords.several[language], { paper: said, count: formatNumber(count, language) })
  if (when === 'guardian-needed') said = fill(paperLineWords.forChild[language], { paper: said })
  return basis === 'assumed' ? fill(paperLineWords.assumed[language], { paper: said }) : said
}
