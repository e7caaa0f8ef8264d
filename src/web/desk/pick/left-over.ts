/** Is something typed into this form and not chosen? It has the focus then: sent without it, the form would mean something else. */
export function isLeftOver(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[data-left=true]')
  field?.focus()
  return field !== null
}
