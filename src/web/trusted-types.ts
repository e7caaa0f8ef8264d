// The pages' one policy for text that a browser would read as code: with `require-trusted-types-for 'script'` no other text gets there.
// Imported first by every page, before the libraries that need it.

declare global {
  /** Not yet in TypeScript's library. Absent in older browsers, which then do not ask either. */
  var trustedTypes: { createPolicy(name: 'default', rules: TrustedTypeRules): unknown } | undefined
}

type TrustedTypeRules = { createHTML(text: string): string | null; createScriptURL(url: string): string | null }

/** Leaflet's two buttons, and its question whether the browser knows SVG: all the markup that our libraries write as text. */
const knownMarkup: readonly string[] = ['<svg/>', '<span aria-hidden="true">+</span>', '<span aria-hidden="true">&#x2212;</span>']
const readerPath = /^\/assets\/reader\.worker-[\w-]+\.js$/

/** Text without "<" makes no element (Mantine's style sheets, an emptied marker); null refuses. */
export function acceptMarkup(text: string): string | null {
  return !text.includes('<') || knownMarkup.includes(text) ? text : null
}

/** The gate's reader is the only script that is started by its address; null refuses. */
export function acceptScriptUrl(url: string, page: string): string | null {
  const at = URL.parse(url, page)
  return at?.origin === new URL(page).origin && readerPath.test(at.pathname) ? url : null
}

globalThis.trustedTypes?.createPolicy('default', {
  createHTML: acceptMarkup,
  createScriptURL: (url) => acceptScriptUrl(url, location.href),
})
