import { TextInput } from '@mantine/core'
import { formatDate } from '../../../words/dates.ts'
import { formWords } from '../../../words/desk-form.ts'
import { paperListWords } from '../../../words/papers.ts'
import { useWords } from '../frame/language.tsx'
import type { Draft, Field } from './draft.ts'
import { readTypedDate } from './typed-date.ts'

type FieldsProps = { readonly draft: Draft; errorOf(field: Field): string | undefined; change(part: Partial<Draft>): void }

/** Since when the person lives there, and of what day the paper is: read back as it was understood. */
export function ResidenceFields({ draft, errorOf, change }: FieldsProps) {
  const { say, language } = useWords()
  return (['livesSince', 'proofDate'] as const).map((field) => {
    const date = readTypedDate(draft[field])
    return (
      <TextInput
        key={field}
        id={`field-${field}`}
        name={field}
        label={say(paperListWords[field])}
        description={date ? <strong className="read-back">{formatDate(date, language)}</strong> : say(formWords.birthDateHint)}
        inputMode="numeric"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft[field]}
        error={errorOf(field)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change({ [field]: event.currentTarget.value })}
      />
    )
  })
}
