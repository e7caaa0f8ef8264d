import { NativeSelect, Radio, TextInput } from '@mantine/core'
import { states } from '../../../kernel/code.ts'
import { languages } from '../../../kernel/language.ts'
import { formatDate } from '../../../words/dates.ts'
import { instrumentKindWords } from '../../../words/instruments.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { stateWords } from '../../../words/states.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { useInstrumentTitle } from '../names.ts'
import { useInstruments } from '../queries.ts'
import { FaultNote, useFaultAt } from './order-faults.tsx'
import type { TypedOrder } from './typed-order.ts'

type Props = { readonly typed: TypedOrder; set(change: Partial<TypedOrder>): void }
type TextField = 'number' | 'name' | 'issuer' | 'signedOn' | 'source'
const pathOf = { number: 'number', name: 'id', issuer: 'instrument/issuer', signedOn: 'instrument/signedOn', source: 'instrument/source' } as const
const titleWords = { km: words.titleKm, th: words.titleTh, en: words.titleEn } as const
const kinds = Object.keys(instrumentKindWords) as (keyof typeof instrumentKindWords)[]

/** Whose order it is, its number, and the paper that it stands on: a new one told whole, or one of the register. */
export function PaperFields({ typed, set }: Props) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const text = useText({ typed, set })
  return (
    <section className="card stack" aria-labelledby="order-paper">
      <h2 id="order-paper">{say(words.paperTitle)}</h2>
      <div className="fields">
        <NativeSelect
          label={say(words.side)}
          value={typed.state}
          error={faultAt('state')}
          onChange={(event) => set({ state: event.currentTarget.value as TypedOrder['state'] })}
          data={states.map((value) => ({ value, label: say(stateWords[value]) }))}
          data-testid="order-state"
        />
        <TextInput label={say(words.number)} {...text('number', 60)} />
        <TextInput label={say(words.name)} description={say(words.nameHint)} {...text('name', 60)} />
      </div>
      <FaultNote path="instrument" />
      <Radio.Group aria-labelledby="order-paper" value={typed.paper} onChange={(paper) => set({ paper: paper as TypedOrder['paper'] })}>
        <div className="choices">
          <Radio value="new" label={say(words.paperNew)} data-testid="paper-new" />
          <Radio value="known" label={say(words.paperKnown)} data-testid="paper-known" />
        </div>
      </Radio.Group>
      <div className="fields">{typed.paper === 'known' ? <KnownPaper typed={typed} set={set} /> : <NewPaper typed={typed} set={set} />}</div>
    </section>
  )
}

function useText({ typed, set }: Props) {
  const faultAt = useFaultAt()
  return (field: TextField, maxLength: number) => ({
    value: typed[field],
    maxLength,
    autoComplete: 'off',
    error: faultAt(pathOf[field]),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    'data-testid': `order-${field}`,
  })
}

/** Its name is typed or taken from the list. */
function KnownPaper({ typed, set }: Props) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const [instruments, titleOf] = [useInstruments(), useInstrumentTitle()]
  const known = instruments.data ?? []
  const name = typed.instrument.trim()
  return (
    <>
      <TextInput
        className="wide"
        label={say(words.instrumentId)}
        description={known.some(({ id }) => id === name) ? titleOf(name) : say(words.instrumentHint)}
        value={typed.instrument}
        maxLength={70}
        autoComplete="off"
        spellCheck={false}
        list="order-instruments"
        error={faultAt('instrument/id')}
        onChange={(event) => set({ instrument: event.currentTarget.value })}
        data-testid="order-instrument"
      />
      <datalist id="order-instruments">
        {known.map(({ id }) => (
          <option key={id} value={id}>
            {titleOf(id)}
          </option>
        ))}
      </datalist>
    </>
  )
}

function NewPaper({ typed, set }: Props) {
  const { say, language } = useWords()
  const faultAt = useFaultAt()
  const text = useText({ typed, set })
  const signedOn = readTypedDate(typed.signedOn)
  return (
    <>
      <NativeSelect
        label={say(words.paperKind)}
        value={typed.kind}
        error={faultAt('instrument/kind')}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={kinds.map((value) => ({ value, label: say(instrumentKindWords[value]) }))}
        data-testid="order-kind"
      />
      <TextInput
        label={say(words.instrumentId)}
        description={say(words.instrumentOwn)}
        value={typed.instrument}
        maxLength={70}
        autoComplete="off"
        spellCheck={false}
        error={faultAt('instrument/id')}
        onChange={(event) => set({ instrument: event.currentTarget.value })}
        data-testid="order-instrument"
      />
      <TextInput label={say(words.issuer)} {...text('issuer', 200)} />
      <TextInput label={say(words.signedOn)} description={signedOn && formatDate(signedOn, language)} {...text('signedOn', 20)} />
      <TextInput className="wide" label={say(words.source)} {...text('source', 300)} />
      {languages.map((each) => (
        <TextInput
          key={each}
          className="wide"
          label={say(titleWords[each])}
          value={typed.title[each]}
          maxLength={200}
          lang={each}
          autoComplete="off"
          error={faultAt(`instrument/title/${each}`)}
          onChange={(event) => set({ title: { ...typed.title, [each]: event.currentTarget.value } })}
          data-testid={`order-title-${each}`}
        />
      ))}
    </>
  )
}
