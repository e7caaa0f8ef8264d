import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { type AreaCode, provinceOf } from '../../../kernel/code.ts'
import { deskWords } from '../../../words/desk.ts'
import { formWords } from '../../../words/desk-form.ts'
import { areaShort, useAreaName } from '../names.ts'
import { useWords } from './language.tsx'
import { useOfficeChoice } from './office.tsx'

/** Offices by province. A native list: it opens with the keyboard and as the phone's own wheel. */
export function OfficeSelect({ label }: { label: ReactNode }) {
  const { say, language } = useWords()
  const { offices, office, choose } = useOfficeChoice()
  const areaName = useAreaName()
  const provinces = [...new Set(offices.map(({ id }) => provinceOf(id as AreaCode)))]
  const groups = provinces.map((province) => ({
    group: areaName(province),
    items: offices
      .filter(({ id }) => provinceOf(id as AreaCode) === province)
      .map(({ id, name }) => ({ value: id, label: areaShort({ code: id, name }, language) })),
  }))
  const none = { value: '', label: say(formWords.choose), disabled: true }
  return (
    <NativeSelect
      data-testid="office-select"
      label={label}
      value={office?.id ?? ''}
      data={office ? groups : [none, ...groups]}
      onChange={(event) => choose(event.currentTarget.value)}
      aria-label={say(deskWords.chooseOffice)}
    />
  )
}
