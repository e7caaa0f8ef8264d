import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core'
import { stages } from '../../../places/order.rules.ts'
import { formatDate } from '../../../words/dates.ts'
import { stageWords, ordersWords as words } from '../../../words/orders.ts'
import { stateWords } from '../../../words/roles.ts'
import { readTypedDate } from '../form/typed-date.ts'
import { useWords } from '../frame/language.tsx'
import { MomentFields } from '../instruments/moment-fields.tsx'
import { usePointName } from '../names.ts'
import { usePoints } from '../queries.ts'
import { useOrders } from './order-queries.ts'
import type { TypedOrder } from './typed-order.ts'

type Props = { readonly typed: TypedOrder; set(change: Partial<TypedOrder>): void }

/** The paper that the order stands on. */
export function PaperFields({ typed, set }: Props) {
  const { say, language } = useWords()
  const signedOn = readTypedDate(typed.signedOn)
  const text = (field: 'number' | 'name' | 'issuer' | 'signedOn' | 'source', maxLength: number) => ({
    value: typed[field],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    'data-testid': `order-${field}`,
  })
  const title = (language_: 'km' | 'th' | 'en') => ({
    value: typed.title[language_],
    maxLength: 200,
    lang: language_,
    onChange: (event: { currentTarget: { value: string } }) => set({ title: { ...typed.title, [language_]: event.currentTarget.value } }),
    'data-testid': `order-title-${language_}`,
  })
  return (
    <section className="card stack" aria-labelledby="order-paper">
      <h2 id="order-paper">{say(words.paperTitle)}</h2>
      <div className="fields">
        <NativeSelect
          label={say(words.side)}
          value={typed.state}
          onChange={(event) => set({ state: event.currentTarget.value })}
          data={(['KH', 'TH'] as const).map((value) => ({ value, label: say(stateWords[value]) }))}
          data-testid="order-state"
        />
        <TextInput label={say(words.number)} {...text('number', 60)} />
        <TextInput label={say(words.name)} description={say(words.nameHint)} {...text('name', 60)} />
        <TextInput label={say(words.issuer)} {...text('issuer', 200)} />
        <TextInput label={say(words.signedOn)} description={signedOn && formatDate(signedOn, language)} {...text('signedOn', 20)} />
        <TextInput label={say(words.source)} {...text('source', 300)} />
        <TextInput className="wide" label={say(words.titleKm)} {...title('km')} />
        <TextInput className="wide" label={say(words.titleTh)} {...title('th')} />
        <TextInput className="wide" label={say(words.titleEn)} {...title('en')} />
      </div>
    </section>
  )
}

/** At which points, which way, from when, how far. */
export function PlaceFields({ typed, set }: Props) {
  const { say } = useWords()
  const [points, pointName, orders] = [usePoints(), usePointName(), useOrders()]
  const mine = (orders.data ?? []).filter(({ order, mayEnd, endedAt }) => mayEnd && order.state === typed.state && endedAt === null)
  const toggle = (list: readonly string[], value: string) => (list.includes(value) ? list.filter((each) => each !== value) : [...list, value])
  return (
    <>
      <section className="card stack" aria-labelledby="order-where">
        <h2 id="order-where">{say(words.whereTitle)}</h2>
        <Checkbox
          label={say(words.everyPoint)}
          checked={typed.everyPoint}
          onChange={(event) => set({ everyPoint: event.currentTarget.checked })}
          data-testid="order-every-point"
        />
        {!typed.everyPoint && (
          <div className="order-points">
            {(points.data ?? []).map(({ point }) => (
              <Checkbox
                key={point}
                label={pointName(point)}
                checked={typed.points.includes(point)}
                onChange={() => set({ points: toggle(typed.points, point) })}
                data-testid={`point-${point.split('/')[1]}`}
              />
            ))}
          </div>
        )}
        <Radio.Group label={say(words.directions)} value={typed.direction} onChange={(value) => set({ direction: value as TypedOrder['direction'] })}>
          <div className="choices">
            <Radio value="" label={say(words.both)} />
            <Radio value="exit" label={say(words.exit)} />
            <Radio value="entry" label={say(words.entry)} />
          </div>
        </Radio.Group>
      </section>
      <section className="card stack" aria-labelledby="order-when">
        <h2 id="order-when">{say(words.whenTitle)}</h2>
        <Radio.Group label={say(words.stage)} value={typed.stage} onChange={(value) => set({ stage: value as TypedOrder['stage'] })}>
          <div className="choices">
            {stages.map((stage) => (
              <Radio key={stage} value={stage} label={say(stageWords[stage])} data-testid={`stage-${stage}`} />
            ))}
          </div>
        </Radio.Group>
        <MomentFields legend={say(words.from)} typed={typed.from} testid="order-from" change={(from) => set({ from })} />
        <Checkbox
          label={say(words.hasEnd)}
          checked={typed.hasEnd}
          onChange={(event) => set({ hasEnd: event.currentTarget.checked })}
          data-testid="order-has-end"
        />
        {typed.hasEnd && <MomentFields legend={say(words.until)} typed={typed.until} testid="order-until" change={(until) => set({ until })} />}
        {mine.length > 0 && (
          <fieldset>
            <legend>{say(words.supersedes)}</legend>
            {mine.map(({ order }) => (
              <Checkbox
                key={order.id}
                label={`${order.number} (${order.id})`}
                checked={typed.supersedes.includes(order.id)}
                onChange={() => set({ supersedes: toggle(typed.supersedes, order.id) })}
              />
            ))}
          </fieldset>
        )}
      </section>
    </>
  )
}
