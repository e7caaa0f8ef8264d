import { useMemo } from 'react'
import { useWords } from '../frame/language.tsx'
import { areaText } from '../names.ts'
import { useNowAreas } from '../queries.ts'
import type { Choice } from './find-choice.ts'
import { PickMany, type PickProps } from './pick-fields.tsx'

/** Areas of both sides by their names; the provinces are to be read, the others to be found. */
export function PickAreas(props: PickProps & { readonly chosen: readonly string[]; change(chosen: string[]): void }) {
  const { language } = useWords()
  const { data } = useNowAreas()
  const choices = useMemo(
    () =>
      (data ?? []).map(
        ({ code, name }): Choice => ({ value: code, label: `${areaText({ code, name }, language)} (${code})`, names: [name.en, name.native] }),
      ),
    [data, language],
  )
  return <PickMany {...props} choices={choices} first={choices.filter(({ value }) => value.length === 5)} />
}
