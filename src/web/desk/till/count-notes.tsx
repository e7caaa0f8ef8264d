import { TextInput } from '@mantine/core'
import { denominations, readNotes } from '../../../payments/denominations.rules.ts'
import { type Currency, formatMoney } from '../../../words/dates.ts'
import { closeWords } from '../../../words/till.ts'
import { useWords } from '../frame/language.tsx'

/** Of a currency without a list, single units are counted. */
export const notesOf = (currency: string): readonly number[] =>
  Object.hasOwn(denominations, currency) ? denominations[currency as keyof typeof denominations] : [1]

type CountNotesProps = { readonly currency: string; readonly typed: ReadonlyMap<number, string>; onType(note: number, many: string): void }

/** How many of each note, as they lie there; Tab leads down the column. */
export function CountNotes({ currency, typed, onType }: CountNotesProps) {
  const { say, language } = useWords()
  const moneyOf = (amount: number) => formatMoney({ amount, currency: currency as Currency }, language)
  return (
    <table className="table count-notes">
      <caption className="small soft">{say(closeWords.countHint)}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {say(closeWords.note)}
          </th>
          <th scope="col">{say(closeWords.many)}</th>
          <th scope="col" className="number">
            {say(closeWords.sum)}
          </th>
        </tr>
      </thead>
      <tbody>
        {notesOf(currency).map((note) => {
          const many = readNotes(typed.get(note) ?? '')
          return (
            <tr key={note}>
              <th scope="row" className="number">
                {moneyOf(note)}
              </th>
              <td>
                <TextInput
                  size="sm"
                  inputMode="numeric"
                  aria-label={say(closeWords.noteCount, { note: moneyOf(note) })}
                  value={typed.get(note) ?? ''}
                  error={many === undefined}
                  maxLength={7}
                  autoComplete="off"
                  onChange={(event) => onType(note, event.currentTarget.value)}
                  data-testid={`note-${note}`}
                />
              </td>
              <td className="number">{many === undefined ? '–' : many > 0 ? moneyOf(note * many) : ''}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
