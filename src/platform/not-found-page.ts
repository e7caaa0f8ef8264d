import { languages } from '../kernel/language.ts'
import { commonWords } from '../words/common.ts'
import { problemWords } from '../words/problems.ts'

const { title, next } = problemWords['request.not-found']

/** What somebody sees who mistyped an address: every language, since nobody has said theirs, and the way to the first page. No script, no style. */
export const notFoundPage = `<!doctype html>
<html lang="km"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${commonWords.name.km} · ${commonWords.name.th} · ${commonWords.name.en}</title></head>
<body>${languages
  .map(
    (language) =>
      `<section lang="${language}"><h1>${title[language]}</h1><p>${next[language]}</p><p><a href="/">${commonWords.publicPage[language]}</a></p></section>`,
  )
  .join('\n')}</body></html>`

/** Whether it is a browser that asks for a page, and not a program that asks the API. */
export const asksForPage = ({ method, url, headers }: { method: string; url: string; headers: { accept?: string | undefined } }): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
