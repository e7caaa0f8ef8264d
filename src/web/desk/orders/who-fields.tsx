import { Checkbox, TextInput } from '@mantine/core'
import { documentKinds, purposes } from '../../../places/order.rules.ts'
import { documentKindWords, purposeWords } from '../../../words/order-phrases.ts'
import { ordersWords as words } from '../../../words/orders.ts'
import { useWords } from '../frame/language.tsx'
import { PickAreas, PickNationalities } from '../pick/pick.tsx'
import { Choices } from './choices.tsx'
import { FaultNote, useFaultAt } from './order-faults.tsx'
import type { TypedWho } from './typed-order.ts'

type Props = { readonly typed: TypedWho; readonly testid: string; readonly path: string; change(typed: TypedWho): void }

/** Whom hours are for: every condition that is filled in must hold. */
export function WhoFields({ typed, testid, path, change }: Props) {
  const { say } = useWords()
  const faultAt = useFaultAt()
  const text = (field: 'ageFrom' | 'ageUntil') => ({
    value: typed[field],
    maxLength: 3,
    autoComplete: 'off',
    spellCheck: false,
    error: faultAt(`${path}/${field}`),
    onChange: (event: { currentTarget: { value: string } }) => change({ ...typed, [field]: event.currentTarget.value }),
    'data-testid': `${testid}-${field}`,
  })
  return (
    <fieldset>
      <legend className="small soft">{say(words.who)}</legend>
      <FaultNote path={path} />
      <div className="fields">
        <Choices
          legend={say(words.purpose)}
          hint={say(words.noneIsAny)}
          values={purposes.map((value) => [value, say(purposeWords[value])] as const)}
          chosen={typed.purposes}
          path={`${path}/purposes`}
          testid={`${testid}-purpose`}
          change={(chosen) => change({ ...typed, purposes: chosen })}
        />
        <Choices
          legend={say(words.document)}
          hint={say(words.noneIsAny)}
          values={documentKinds.map((value) => [value, say(documentKindWords[value])] as const)}
          chosen={typed.documents}
          path={`${path}/documents`}
          testid={`${testid}-document`}
          change={(chosen) => change({ ...typed, documents: chosen })}
        />
        <PickAreas
          label={say(words.areas)}
          chosen={typed.areas}
          error={faultAt(`${path}/issuingAreas`)}
          change={(areas) => change({ ...typed, areas })}
          testid={`${testid}-areas`}
        />
        <PickNationalities
          label={say(words.nationalities)}
          chosen={typed.nationalities}
          error={faultAt(`${path}/nationalities`)}
          change={(nationalities) => change({ ...typed, nationalities })}
          testid={`${testid}-nationalities`}
        />
        <TextInput label={say(words.ageFrom)} inputMode="numeric" {...text('ageFrom')} />
        <TextInput label={say(words.ageUntil)} inputMode="numeric" {...text('ageUntil')} />
        <Checkbox
          className="wide"
          label={say(words.goingHome)}
          checked={typed.goingHome}
          error={faultAt(`${path}/goingHome`)}
          onChange={(event) => change({ ...typed, goingHome: event.currentTarget.checked })}
          data-testid={`${testid}-home`}
        />
      </div>
    </fieldset>
  )
}
