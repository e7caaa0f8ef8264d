/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { pointClasses } from '../../instruments/law.rules.ts'
import { isStateCode } from '../../kernel/code.ts'
import type { Language } from '../../kernel/language.ts'
import type { PointAnswer } from '../../places/places.api.ts'
import { formatNumber } from '../../words/dates.ts'
import { publicWords } from '../../words/public.ts'
import { pointClassWords } from '../../words/verdicts.ts'
import { FilterSign, SearchSign } from './icons.tsx'
import { type Filter, narrowings, provincesOf } from './point-list.ts'
import { type Areas, sayArea } from './point-words.ts'

type Props = {
  points: readonly PointAnswer[]
  areas: Areas
  filter: Filter
  language: Language
  /** Show the filters without a button. */
  wide: boolean
  onFilter: (filter: Filter) => void
  /** Stands beside the filters' button. */
  children?: ComponentChildren
}

/** The search box, and behind a button on small screens the filters. */
export function Filters({ points, areas, filter, language, wide, onFilter, children }: Props) {
  const [opened, setOpened] = useState(false)
  const set = narrowings(filter)
  const classes = pointClasses.filter((name) => points.some((point) => point.class === name))
  return (
    <search class="filters">
      <div class="search-row">
        <label class="search">
          <span class="visually-hidden">{publicWords.search[language]}</span>
          <SearchSign />
          <input
            type="search"
            value={filter.search}
            placeholder={publicWords.search[language]}
            autocomplete="off"
            spellcheck={false}
            maxLength={80}
            onInput={({ currentTarget }) => onFilter({ ...filter, search: currentTarget.value })}
          />
        </label>
        {!wide && (
          <button type="button" class="tool" aria-expanded={opened} aria-controls="filters" onClick={() => setOpened(!opened)}>
            <FilterSign />
            <span>{publicWords.filter[language]}</span>
            {set > 0 && <b class="badge">{formatNumber(set, language)}</b>}
          </button>
        )}
        {children}
      </div>
      <div class="filter-row" id="filters" hidden={!wide && !opened}>
        <label class="check">
          <input
            type="checkbox"
            checked={filter.openOnly}
            onChange={({ currentTarget }) => onFilter({ ...filter, openOnly: currentTarget.checked })}
          />
          <span>{publicWords.openOnly[language]}</span>
        </label>
        <Choice
          label={publicWords.class[language]}
          none={publicWords.allClasses[language]}
          value={filter.class}
          options={classes.map((name) => ({ value: name, text: pointClassWords[name][language] }))}
          onChange={(value) => onFilter({ ...filter, class: value })}
        />
        <Choice
          label={publicWords.province[language]}
          none={publicWords.allProvinces[language]}
          value={filter.province}
          options={provinceOptions(points, areas, language)}
          onChange={(value) => onFilter({ ...filter, province: value })}
        />
      </div>
    </search>
  )
}

type ChoiceProps = {
  label: string
  none: string
  value: string
  options: readonly { readonly value: string; readonly text: string }[]
  onChange: (value: string) => void
}

const Choice = ({ label, none, value, options, onChange }: ChoiceProps) => (
  <label class="choice">
    <span class="visually-hidden">{label}</span>
    <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  </label>
)

/** The provinces that have a crossing point: one state's after the other's, by code. */
function provinceOptions(points: readonly PointAnswer[], areas: Areas, language: Language): { value: string; text: string }[] {
  return [...new Set(points.flatMap(provincesOf))].sort().flatMap((code) => {
    const [area, side] = [areas.get(code), code.slice(0, 2)]
    return area && isStateCode(side) ? [{ value: code, text: sayArea(area, side, language).text }] : []
  })
}
