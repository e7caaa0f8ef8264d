/** What can be chosen: what is sent, what is read, and everything by which it is found. */
export type Choice = { readonly value: string; readonly label: string; readonly names: readonly string[] }

/** As it is compared: without case, and without the marks of Latin letters. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()

/** Whose code is typed first, then whose name begins so, then whose names hold every word. */
export function findChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed)
  if (wanted === '') return choices
  const words = wanted.split(/\s+/)
  const ranks: Choice[][] = [[], [], []]
  for (const choice of choices) {
    const names = [choice.value, choice.label, ...choice.names].map(plain)
    if (names.includes(wanted)) ranks[0]?.push(choice)
    else if (names.some((name) => name.startsWith(wanted))) ranks[1]?.push(choice)
    else if (words.every((word) => names.some((name) => name.includes(word)))) ranks[2]?.push(choice)
  }
  return ranks.flat()
}

/** What was typed and left without choosing, when it can be one thing alone: it, by its whole name or code, or the only one found. */
export function onlyChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = plain(typed)
  const found = findChoices(choices, typed)
  const exact = found.filter(({ value, label, names }) => [value, label, ...names].some((name) => plain(name) === wanted))
  const only = exact.length === 1 ? exact : found
  return wanted !== '' && only.length === 1 ? only[0] : undefined
}
