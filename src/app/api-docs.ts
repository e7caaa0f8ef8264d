type Operation = {
  summary?: string
  tags?: string[]
  requestBody?: { content?: Record<string, { schema?: unknown }> }
  parameters?: { name: string; in: string; required?: boolean; description?: string }[]
  responses?: Record<string, unknown>
}

/** The OpenAPI document as one plain page without script: what a person needs to call the API by hand. */
export function apiDocsPage(openapi: object): string {
  const document = openapi as { info?: { title?: string; version?: string; description?: string }; paths?: Record<string, Record<string, Operation>> }
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(rows.map(({ operation }) => operation.tags?.[0] ?? 'Other'))]
  const sections = tags.map((tag) => {
    const mine = rows.filter(({ operation }) => (operation.tags?.[0] ?? 'Other') === tag)
    return `<section><h2 id="${escaped(tag)}">${escaped(tag)}</h2>${mine.map(operationHtml).join('')}</section>`
  })
  const links = tags.map((tag) => `<li><a href="#${escaped(tag)}">${escaped(tag)}</a></li>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spean API ${escaped(document.info?.version ?? '')}</title><link rel="stylesheet" href="/api/docs.css"></head><body><header><h1>Spean API</h1>
<p>${escaped(document.info?.description ?? '')} The machine-readable form is <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Refusals are RFC 9457 problem documents in the language of Accept-Language (km, th, en).</p></header>
<nav aria-label="Sections"><ul>${links}</ul></nav><main>${sections.join('')}</main></body></html>`
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const parameters = (operation.parameters ?? []).map(
    (each) =>
      `<li><code>${escaped(each.name)}</code> in ${escaped(each.in)}${each.required ? ', required' : ''}${each.description ? `: ${escaped(each.description)}` : ''}</li>`,
  )
  const body = operation.requestBody?.content?.['application/json']?.schema
  const answer = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))
  return `<article><h3><span class="method">${escaped(method.toUpperCase())}</span> <code>${escaped(path)}</code></h3><p>${escaped(operation.summary ?? '')}</p>
${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}${body ? details('Request body', body) : ''}${answer ? details(`Answer ${answer[0]}`, answer[1]) : ''}</article>`
}

const details = (title: string, schema: unknown): string =>
  `<details><summary>${escaped(title)}</summary><pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre></details>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const docsStyle = `
:root { color: #14212b; background: #f6f4ef; font: 16px/1.6 Inter, system-ui, sans-serif; }
body { margin: 0; }
header, nav, main { max-width: 56rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1, h2 { color: #083a50; line-height: 1.25; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
a { color: #0b4f6c; }
article { background: #fff; border: 1px solid #d9e0e4; border-radius: 10px; padding: 1rem 1.25rem; margin: 0 0 1rem; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.method { display: inline-block; background: #e6f0f4; color: #083a50; border-radius: 6px; padding: 0 .5rem; }
pre { overflow: auto; max-height: 24rem; background: #f6f4ef; padding: 1rem; border-radius: 6px; font-size: .85rem; }
summary { cursor: pointer; color: #0b4f6c; }
:focus-visible { outline: 3px solid #b7791f; outline-offset: 2px; }
`
