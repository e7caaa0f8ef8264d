import type { Language } from '../../../kernel/language.ts'
import type { NeedsAnswer } from '../../../portal/portal.api.ts'
import { formatNumber } from '../../../words/dates.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { paperLineWords, paperWords } from '../../../words/papers.ts'

type Line = NonNullable<NeedsAnswer['papers']>['lines'][number]
/** "Identity card or birth certificate", "Photo 4×6, 2 of them"; what is only taken for granted says so. */
export function sayPaper({ oneOf, count, when, basis }: Line, language: Language): string {
  const [first, ...others] = oneOf.map((paper) => paperWords[paper][language])
  let said = others.reduce((one, other) => fillIn(paperLineWords.or[language], { one, other }), first ?? '')
  if (count > 1) said = fillIn(paperLineWords.several[language], { paper: said, count: formatNumber(count, language) })
  if (when === 'guardian-needed') said = fillIn(paperLineWords.forChild[language], { paper: said })
  return basis === 'assumed' ? fillIn(paperLineWords.assumed[language], { paper: said }) : said
}
