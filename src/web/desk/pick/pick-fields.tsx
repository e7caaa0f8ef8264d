import { type InputWrapperProps, MultiSelect, Select } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { pickWords } from '../../../words/pick.ts'
import { useWords } from '../frame/language.tsx'
import { type Choice, findChoices, onlyChoice } from './find-choice.ts'

export type PickProps = {
  readonly label: string
  /** In place of how one chooses. */
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly className?: string
  readonly testid: string
}
type Common = PickProps & {
  readonly choices: readonly Choice[]
  /** Shown before anything is typed, where all are too many to read. */
  readonly first?: readonly Choice[]
}

/** More than these nobody reads: typing finds the others. */
const shownMax = 120

/** Several of a list too long to read. What a file named and the list does not have is shown by its code. */
export function PickMany({ chosen, change, ...props }: Common & { readonly chosen: readonly string[]; change(chosen: string[]): void }) {
  const { shared, data, leave } = usePicking(props, chosen, { leftOut: chosen })
  return <MultiSelect {...shared} data={data} value={[...chosen]} onChange={change} onBlur={leave((value) => change([...chosen, value]))} />
}

/** One of a list too long to read, or none. */
export function PickOne({ chosen, change, ...props }: Common & { readonly chosen: string; change(chosen: string): void }) {
  const { say } = useWords()
  const { shared, data, leave } = usePicking(props, chosen === '' ? [] : [chosen])
  const [search, setSearch] = useState('')
  return (
    <Select
      {...shared}
      searchValue={search}
      onSearchChange={setSearch}
      // Of the same one chosen again nothing changes but what stands in the field.
      onOptionSubmit={(value) => setSearch(data.find((each) => each.value === value)?.label ?? value)}
      data={data}
      value={chosen === '' ? null : chosen}
      onChange={(value) => change(value ?? '')}
      allowDeselect={false}
      clearable
      clearButtonProps={{ 'aria-label': say(pickWords.clear) }}
      onBlur={leave(change, () => change(''))}
    />
  )
}

/** What both do alike: finding, and not losing what was typed and left. */
function usePicking(
  { choices, first = choices, label, hint, error, className, testid }: Common,
  chosen: readonly string[],
  { leftOut = [] }: { leftOut?: readonly string[] } = {},
) {
  const { say } = useWords()
  const [left, setLeft] = useState('')
  const [isOpen, setOpen] = useState(false)
  const unknown = chosen.filter((value) => !choices.some((each) => each.value === value)).map((value) => ({ value, label: value, names: [] }))
  const all = [...choices, ...unknown]
  const isChosen = (text: string) => all.some((each) => each.label === text && chosen.includes(each.value))
  const leave = (take: (value: string) => void, none?: () => void) => (event: FocusEvent<HTMLInputElement>) => {
    const typed = event.currentTarget.value.trim()
    const only = isChosen(typed) ? undefined : onlyChoice(all, typed)
    setLeft(only || isChosen(typed) ? '' : typed)
    if (only && !chosen.includes(only.value)) take(only.value)
    if (typed === '' && chosen.length > 0) none?.()
  }
  const shared = {
    label,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] satisfies InputWrapperProps['inputWrapperOrder'],
    description: hint ?? say(pickWords.hint),
    error: left === '' ? error : say(pickWords.notChosen, { typed: left }),
    className: className ?? '',
    searchable: true,
    selectFirstOptionOnChange: true,
    nothingFoundMessage: say(pickWords.nothing),
    limit: shownMax,
    // A page has many of these: only the one that is open has its names in it.
    filter: ({ search }: { search: string }) =>
      isOpen ? [...(search.trim() === '' ? first : findChoices(all, search))].filter(({ value }) => !leftOut.includes(value)) : [],
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    withScrollArea: false,
    comboboxProps: { withinPortal: false },
    classNames: { dropdown: 'pick-dropdown', options: 'pick-list' },
    autoComplete: 'off',
    spellCheck: false,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Tab') setLeft('')
      // Enter chooses; a form is not sent while something that was typed is not chosen.
      const typed = event.currentTarget.value.trim()
      if (event.key === 'Enter' && typed !== '' && !isChosen(typed)) event.preventDefault()
    },
    'data-testid': testid,
    'data-left': left !== '',
  }
  return { shared, data: all.map(({ value, label: name }) => ({ value, label: name })), leave }
}
