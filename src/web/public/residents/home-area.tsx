/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import type { Language } from '../../../kernel/language.ts'
import type { NeedsAnswer } from '../../../portal/portal.api.ts'
import { needsWords } from '../../../words/portal.ts'
import type { Problem } from '../../api.ts'
import { SelectField, Trouble } from './parts.tsx'
import { nameIn, useAreas, useInstance } from './use-lists.ts'
import { useAsk } from './use-send.ts'

/** Province, then district, of the state whose instance this is. Away from the border there is no district to choose: it is said why. */
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
  const provinces = choices((code) => code.length === 5)
  const districts = choices((code) => code.length === 7 && code.startsWith(value.province))
  const isElsewhere = value.province !== '' && areas.length > 0 && districts.length === 0
  const { send, problem } = useAsk<NeedsAnswer>(language)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for each province
  useEffect(() => {
    if (isElsewhere) void send(`needs?kind=new&homeArea=${encodeURIComponent(value.province)}`)
  }, [isElsewhere, value.province, language])
  const named = provinces.find((each) => each.value === value.province)?.word ?? value.province
  return (
    <>
      <SelectField
        name="province"
        label={needsWords.province[language]}
        value={value.province}
        onValue={(province) => onValue({ province, district: '' })}
        choices={provinces}
        language={language}
      />
      {value.province && (
        <SelectField
          name="district"
          label={needsWords.district[language]}
          value={value.district}
          onValue={(district) => onValue({ ...value, district })}
          choices={districts}
          language={language}
        />
      )}
      {isElsewhere && <Trouble problem={problem && naming(problem, value.province, named)} language={language} />}
    </>
  )
}

/** The province by its name, in the server's sentence and among its values. */
const naming = (problem: Problem, area: string, name: string): Problem => ({
  ...problem,
  title: problem.title.replace(area, name),
  about: Object.fromEntries(Object.entries(problem.about ?? {}).map(([key, value]) => [key, value === area ? name : value])),
})
