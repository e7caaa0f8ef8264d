import type { Language } from '../../kernel/language.ts'
import { whoWords } from '../../words/account.ts'
import { commonWords } from '../../words/common.ts'
import { paidOn, type ReceiptFacts, sayReceipt } from '../receipt.rules.ts'
import { jsonOf, midnightOf, type PageJob } from './pass-page.ts'

export type ReceiptData = ReceiptFacts & { readonly language: Language; readonly demonstration: boolean }

/** One page in the language that was asked for; equal receipts are equal bytes. */
export function toReceiptJob(data: ReceiptData): PageJob {
  const { language, demonstration, office } = data
  const said = sayReceipt(data, language)
  return {
    input: jsonOf({
      ...said,
      language,
      head: `${commonWords.name[language]} · ${office[language]}`,
      foot: demonstration ? whoWords.demonstration[language] : '',
    }),
    files: [],
    pages: 1,
    createdAtEpochSeconds: midnightOf(paidOn(data)),
  }
}
