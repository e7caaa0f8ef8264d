/** `{days}` is a value as it is written; `{days:day|days}` is the word that goes with it, the first for one alone. */
const slot = /( ?)\{(\w+)(?::([^{}|]+)\|([^{}|]+))?\}/g
const bracketed = / ?\(\{(\w+)\}\)/g
const khmerOrThai = /[\u0e00-\u0e7f\u1780-\u17d3]/
const latin = /[A-Za-z\u00c0-\u024f]/

/** Puts values into a phrase as they stand (HTML is escaped by whoever shows it). A name without a value is left out with the space before it, and with brackets in which it stands alone. Khmer and Thai write no spaces: Latin letters get them. */
export function fillIn(text: string, about: Readonly<Record<string, string | number>> | undefined): string {
  const filled = text.replace(bracketed, (whole, name: string) => (about && Object.hasOwn(about, name) ? whole : ''))
  return filled.replace(slot, (found, space: string, name: string, one: string | undefined, many: string | undefined, at: number) => {
    const value = about && Object.hasOwn(about, name) ? about[name] : undefined
    if (value === undefined) return ''
    if (one !== undefined && many !== undefined) return `${space}${String(value) === '1' ? one : many}`
    const said = String(value)
    const before = space || (apart(filled.charAt(at - 1), said.charAt(0)) ? ' ' : '')
    return before + said + (apart(filled.charAt(at + found.length), said.slice(-1)) ? ' ' : '')
  })
}

const apart = (own: string, put: string): boolean => khmerOrThai.test(own) && latin.test(put)
