/** `{days}` is a value as it is written; `{days:day|days}` is the word that goes with it, the first for one alone. */
const slot = /( ?)(\(?)\{(\w+)(?::([^{}|]+)\|([^{}|]+))?\}(\)?)/g

/** Puts values into a phrase as they stand (HTML is escaped by whoever shows it). A name without a value is left out with the space, and the brackets of its own, around it. */
export function fillIn(text: string, about: Readonly<Record<string, string | number>> | undefined): string {
  return text.replace(slot, (_, space: string, open: string, name: string, one: string | undefined, many: string | undefined, close: string) => {
    const value = about && Object.hasOwn(about, name) ? about[name] : undefined
    if (value === undefined) return open === '' ? close : close === '' ? `${space}${open}` : ''
    const said = one === undefined || many === undefined ? value : String(value) === '1' ? one : many
    return `${space}${open}${said}${close}`
  })
}
