import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { documentKinds, purposes } from '../../../places/order.rules.ts'
import { documentWords, purposePeople } from '../../../words/order-sentences.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import type { TypedWho } from './typed-order.ts'

/** Whom hours are for: every condition that is filled in must hold. */
export function WhoFields({ typed, testid, change }: { typed: TypedWho; testid: string; change(typed: TypedWho): void }) {
  const { say } = useWords()
  const any = { value: '', label: say(words.any) }
  const text = (field: 'areas' | 'nationalities' | 'ageFrom' | 'ageUntil') => ({
    value: typed[field],
    maxLength: 200,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => change({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `${testid}-${field}`,
  })
  return (
    <fieldset>
      <legend className="small soft">{say(words.who)}</legend>
      <div className="fields">
        <NativeSelect
          label={say(words.purpose)}
          value={typed.purpose}
          onChange={(event) => change({ ...typed, purpose: event.currentTarget.value })}
          data={[any, ...purposes.map((value) => ({ value, label: say(purposePeople[value]) }))]}
          data-testid={`${testid}-purpose`}
        />
        <NativeSelect
          label={say(words.document)}
          value={typed.document}
          onChange={(event) => change({ ...typed, document: event.currentTarget.value })}
          data={[any, ...documentKinds.map((value) => ({ value, label: say(documentWords[value]) }))]}
          data-testid={`${testid}-document`}
        />
        <TextInput label={say(words.areas)} description={say(words.areasHint)} {...text('areas')} />
        <TextInput label={say(words.nationalities)} description={say(words.nationalitiesHint)} {...text('nationalities')} />
        <TextInput label={say(words.ageFrom)} inputMode="numeric" {...text('ageFrom')} />
        <TextInput label={say(words.ageUntil)} inputMode="numeric" {...text('ageUntil')} />
        <Checkbox
          className="wide"
          label={say(words.goingHome)}
          checked={typed.goingHome}
          onChange={(event) => change({ ...typed, goingHome: event.currentTarget.checked })}
          data-testid={`${testid}-home`}
        />
      </div>
    </fieldset>
  )
}
