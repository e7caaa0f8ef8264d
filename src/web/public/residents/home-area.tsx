/** @jsxImportSource preact */
import type { Language } from '../../../kernel/language.ts'
import { needsWords } from '../../../words/portal.ts'
import { SelectField } from './parts.tsx'
import { nameIn, useAreas, useInstance } from './use-lists.ts'

/** Province, then district, of the state whose instance this is. */
export function HomeArea({
  value,
  onValue,
  language,
}: {
  value: { province: string; district: string }
  onValue: (value: { province: string; district: string }) => void
  language: Language
}) {
  const areas = useAreas(language)
  const state = useInstance(language)?.state ?? ''
  const choices = (level: (code: string) => boolean) =>
    areas
      .filter(({ code }) => code.startsWith(`${state}:`) && level(code))
      .map(({ code, name }) => ({ value: code, word: nameIn(name, language, state) }))
  return (
    <>
      <SelectField
        name="province"
        label={needsWords.province[language]}
        value={value.province}
        onValue={(province) => onValue({ province, district: '' })}
        choices={choices((code) => code.length === 5)}
        language={language}
      />
      {value.province && (
        <SelectField
          name="district"
          label={needsWords.district[language]}
          value={value.district}
          onValue={(district) => onValue({ ...value, district })}
          choices={choices((code) => code.length === 7 && code.startsWith(value.province))}
          language={language}
        />
      )}
    </>
  )
}
