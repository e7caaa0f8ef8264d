import { NativeSelect, Radio, TextInput, type TextInputProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { ageOn, type CivilDate } from '../../../kernel/time.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { formWords, nationalityWords, sexWords } from '../../../words/desk-form.ts'
import { useWords } from '../frame/language.tsx'
import { areaShort } from '../names.ts'
import { useAreas } from '../queries.ts'
import type { Draft, Field } from './draft.ts'
import { readTypedDate } from './typed-date.ts'

type FieldsProps = {
  readonly draft: Draft
  /** What to say at an entry, in the reader's language. */
  errorOf(field: Field): string | undefined
  change(part: Partial<Draft>): void
}

export function PersonFields({
  draft,
  errorOf,
  change,
  localLanguage,
  today,
  ages,
  isSamePerson = false,
}: FieldsProps & { localLanguage: string; today: CivilDate; ages: Ages | undefined; isSamePerson?: boolean }) {
  const { say, language } = useWords()
  const birthDate = readTypedDate(draft.birthDate)
  const age = birthDate && birthDate <= today ? ageOn(birthDate, today) : undefined
  const text = (field: Field) => textProps({ draft, errorOf, change }, field)
  const readBack =
    birthDate &&
    [formatDate(birthDate, language), age !== undefined && say(formWords.age, { age: formatNumber(age, language) })].filter(Boolean).join(' · ')
  return (
    <section className="card" aria-labelledby="person-title">
      <h2 id="person-title">{say(formWords.person)}</h2>
      <div className="fields">
        <TextInput className="wide" label={say(formWords.localName)} lang={localLanguage} {...text('localName')} />
        <TextInput label={say(formWords.familyName)} lang="en" autoCapitalize="characters" {...text('familyName')} />
        <TextInput label={say(formWords.givenName)} lang="en" autoCapitalize="characters" {...text('givenName')} />
        <TextInput
          label={say(formWords.birthDate)}
          description={
            readBack ? (
              <strong className="read-back" data-testid="age">
                {readBack}
              </strong>
            ) : (
              say(formWords.birthDateHint)
            )
          }
          inputMode="numeric"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...text('birthDate')}
        />
        <Radio.Group label={say(formWords.sex)} value={draft.sex} onChange={(sex) => change({ sex })} error={errorOf('sex')}>
          <div className="choices">
            {(['1', '2', '3'] as const).map((sex) => (
              <Radio key={sex} value={sex} id={sex === '1' ? 'field-sex' : `field-sex-${sex}`} label={say(sexWords[sex])} />
            ))}
          </div>
        </Radio.Group>
        {ages && isGuardianAsked(draft, age, ages) && <GuardianField age={age} ages={ages} lang={localLanguage} {...text('guardian')} />}
        <NativeSelect
          id="field-nationality"
          label={say(formWords.nationality)}
          value={draft.nationality}
          error={errorOf('nationality')}
          onChange={(event) => change({ nationality: event.currentTarget.value })}
          data={Object.entries(nationalityWords).map(([value, words]) => ({ value, label: say(words) }))}
        />
        <TextInput label={say(formWords.nationalId)} readOnly={isSamePerson} {...text('nationalId')} />
        <TextInput label={say(formWords.familyBook)} description={say(formWords.familyBookHint)} {...text('familyBook')} />
      </div>
    </section>
  )
}

export type Ages = { readonly onParentsPassUnder: number; readonly guardianUnder: number }
const isGuardianAsked = (draft: Draft, age: number | undefined, { guardianUnder }: Ages) =>
  draft.guardian !== '' || (age !== undefined && age < guardianUnder)

function GuardianField({ age, ages, ...entry }: { age: number | undefined; ages: Ages } & TextInputProps) {
  const { say, language } = useWords()
  const needed = say(formWords.guardianHint, { under: formatNumber(ages.guardianUnder, language) })
  const mayTravel = say(formWords.onParentsPass, { under: formatNumber(ages.onParentsPassUnder, language) })
  return (
    <TextInput
      className="wide"
      label={say(formWords.guardian)}
      description={age !== undefined && age < ages.onParentsPassUnder ? `${needed} ${mayTravel}` : needed}
      {...entry}
    />
  )
}

export function HomeFields({ draft, errorOf, change, state, children }: FieldsProps & { state: string; children?: ReactNode }) {
  const { say, language } = useWords()
  const areas = useAreas(state).data ?? []
  const options = (under: string): ReactNode[] =>
    areas
      .filter(({ parent }) => parent === under)
      .map((area) => (
        <option key={area.code} value={area.code}>
          {areaShort(area, language)}
        </option>
      ))
  // Both names in one option are wider than a phone's screen, and an option does not wrap: the other one is read back, to compare with the paper.
  const readBack = (chosen: string) => {
    const area = areas.find(({ code }) => code === chosen)
    const other = area && [area.name.native, area.name.en].find((name) => name !== areaShort(area, language))
    return other && <strong className="read-back">{other}</strong>
  }
  const districts = draft.province === '' ? [] : options(draft.province)
  const none = <option value="">{say(formWords.choose)}</option>
  return (
    <section className="card" aria-labelledby="home-title">
      <h2 id="home-title">{say(formWords.home)}</h2>
      <div className="fields">
        <NativeSelect
          id="field-province"
          label={say(formWords.province)}
          value={draft.province}
          error={errorOf('province')}
          description={readBack(draft.province)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => change({ province: event.currentTarget.value, district: '' })}
        >
          {none}
          {options(state)}
        </NativeSelect>
        <NativeSelect
          id="field-district"
          label={say(formWords.district)}
          value={draft.district}
          error={errorOf('district')}
          description={readBack(draft.district)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={districts.length === 0}
          onChange={(event) => change({ district: event.currentTarget.value })}
        >
          {none}
          {districts}
        </NativeSelect>
        <TextInput className="wide" label={say(formWords.address)} {...textProps({ draft, errorOf, change }, 'address')} />
        {children}
      </div>
    </section>
  )
}

// Browsers must not fill another person's name in, and spelling help knows no names.
function textProps({ draft, errorOf, change }: FieldsProps, field: Field) {
  return {
    id: `field-${field}`,
    name: field,
    value: draft[field],
    error: errorOf(field),
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  }
}
