import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Language, languages } from '../../../kernel/language.ts'
import type { MandateAnswer as Mandate } from '../../../passes/mandate.api.ts'
import { commonWords } from '../../../words/common.ts'
import { formatDate, formatNumber } from '../../../words/dates.ts'
import { deskWords } from '../../../words/desk.ts'
import { decisionWords, instrumentKindWords, instrumentWords } from '../../../words/instruments.ts'
import { languageNames } from '../../language.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useAreaName } from '../names.ts'
import { type DecisionDraft, type DecisionField, decisionFields, lacksOf } from './decision-draft.ts'
import { MomentFields } from './moment-fields.tsx'

type FormProps = {
  readonly draft: DecisionDraft
  readonly mandates: readonly Mandate[]
  readonly state: string
  change(part: Partial<DecisionDraft>): void
  onCancel(): void
  onCheck(): void
}
type PartProps = Pick<FormProps, 'draft' | 'change'> & { errorOf(field: DecisionField): string | undefined }

/** The text of the decision, whose mandates it ends and from when on. What lacks is said once it was sent. */
export function DecisionForm({ draft, mandates, state, change, onCancel, onCheck }: FormProps) {
  const { say } = useWords()
  const [isSent, setSent] = useState(false)
  const lacks = lacksOf(draft)
  const errorOf = (field: DecisionField) => {
    const lack = isSent ? lacks.get(field) : undefined
    return lack && say(decisionWords[lack])
  }
  function check(event: FormEvent) {
    event.preventDefault()
    setSent(true)
    const first = decisionFields.find((field) => lacks.has(field))
    if (first) document.getElementById(`decision-${first}`)?.focus()
    else onCheck()
  }
  return (
    <form className="stack" onSubmit={check} noValidate>
      <Whose draft={draft} change={change} errorOf={errorOf} mandates={mandates} />
      <Paper draft={draft} change={change} errorOf={errorOf} state={state} />
      <When draft={draft} change={change} />
      <div className="actions">
        <Button type="submit" data-testid="check-decision">
          {say(decisionWords.next)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {say(deskWords.cancel)}
        </Button>
      </div>
    </form>
  )
}

function Whose({ draft, change, errorOf, mandates }: PartProps & { mandates: readonly Mandate[] }) {
  const { say, language } = useWords()
  const areaName = useAreaName()
  const offices = [...new Set(mandates.map(({ office }) => office))]
  const number = (value: number) => formatNumber(value, language)
  const tick = (office: string, on: boolean) => change({ offices: on ? [...draft.offices, office] : draft.offices.filter((each) => each !== office) })
  return (
    <>
      <Radio.Group label={say(decisionWords.whose)} value={draft.isAll ? 'all' : 'some'} onChange={(value) => change({ isAll: value === 'all' })}>
        <div className="choices">
          <Radio value="all" label={say(decisionWords.all, { count: number(mandates.length) })} />
          <Radio value="some" label={say(decisionWords.some, { count: number(draft.offices.length) })} data-testid="some-offices" />
        </div>
      </Radio.Group>
      {!draft.isAll && (
        <fieldset className="office-ticks" id="decision-offices" tabIndex={-1}>
          <legend>{say(decisionWords.offices)}</legend>
          <p className="field-error" role="alert">
            {errorOf('offices')}
          </p>
          <ul>
            {offices.map((office) => (
              <li key={office}>
                <Checkbox
                  label={areaName(office)}
                  checked={draft.offices.includes(office)}
                  onChange={(event) => tick(office, event.currentTarget.checked)}
                  data-testid="tick-office"
                  data-office={office}
                />
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  )
}

function Paper({ draft, change, errorOf, state }: PartProps & { state: string }) {
  const { say, language } = useWords()
  const signedOn = readTypedDate(draft.signedOn)
  const kinds = ['decision', 'order', 'notice'] as const
  const field = (name: DecisionField) => ({ id: `decision-${name}`, error: errorOf(name), 'data-testid': `decision-${name}` })
  const title = (code: Language) => ({
    lang: code,
    label: say(decisionWords.titleIn, { language: languageNames[code] }),
    value: draft.title[code],
    maxLength: 300,
    onChange: (event: { currentTarget: { value: string } }) => change({ title: { ...draft.title, [code]: event.currentTarget.value } }),
  })
  return (
    <div className="fields">
      {languages.map((code) => (
        <TextInput key={code} className="wide" {...title(code)} {...field(code)} />
      ))}
      <NativeSelect
        label={say(instrumentWords.kind)}
        value={draft.kind}
        data={kinds.map((value) => ({ value, label: say(instrumentKindWords[value]) }))}
        onChange={(event) => change({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'decision' })}
      />
      <TextInput
        label={`${say(decisionWords.id)}${say(commonWords.colon)} ${state.toLowerCase()}/…`}
        description={say(decisionWords.idHint)}
        value={draft.name}
        maxLength={60}
        lang="en"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => change({ name: event.currentTarget.value })}
        {...field('name')}
      />
      <TextInput
        label={say(instrumentWords.issuer)}
        value={draft.issuer}
        maxLength={40}
        onChange={(event) => change({ issuer: event.currentTarget.value })}
        {...field('issuer')}
      />
      <TextInput
        label={say(instrumentWords.signedOn)}
        value={draft.signedOn}
        description={signedOn && formatDate(signedOn, language)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => change({ signedOn: event.currentTarget.value })}
        {...field('signedOn')}
      />
      <TextInput
        className="wide"
        label={say(decisionWords.source)}
        value={draft.source}
        maxLength={300}
        onChange={(event) => change({ source: event.currentTarget.value })}
        {...field('source')}
      />
    </div>
  )
}

function When({ draft, change }: Omit<PartProps, 'errorOf'>) {
  const { say } = useWords()
  return (
    <>
      <Radio.Group label={say(decisionWords.when)} value={draft.isNow ? 'now' : 'later'} onChange={(value) => change({ isNow: value === 'now' })}>
        <div className="choices">
          <Radio value="now" label={say(decisionWords.now)} />
          <Radio value="later" label={say(decisionWords.later)} data-testid="later" />
        </div>
      </Radio.Group>
      {!draft.isNow && <MomentFields legend={say(decisionWords.later)} typed={draft.at} testid="at" change={(at) => change({ at })} />}
    </>
  )
}
