import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ColumnsAnswer, ImportAnswer, MappingBody } from '../../../passes/import/import.api.ts'
import { type ImportField, importFields } from '../../../passes/import/mapping.rules.ts'
import { type DateOrder, dateOrders } from '../../../passes/import/row-date.rules.ts'
import { dateOrderWords, importFieldWords, importWords } from '../../../words/import.ts'
import { modelWords } from '../../../words/pass-models.ts'
import { useCommand } from '../command.ts'
import { useWords } from '../frame/language.tsx'
import { Answered, ProblemNotice } from '../parts/answered.tsx'
import { importsPath, useColumns } from './import-queries.ts'

/** Which column says what: guessed from the header, shown with samples, confirmed by a person. */
export function MappingForm({ batch }: { batch: ImportAnswer }) {
  const { say } = useWords()
  const columns = useColumns(batch.id, true)
  return (
    <section className="card" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{say(importWords.mapping)}</h2>
      <p className="soft">{say(importWords.mappingLead)}</p>
      <Answered query={columns}>{(found) => <Fields batch={batch} columns={found} />}</Answered>
    </section>
  )
}

const optional: readonly ImportField[] = ['homeArea', 'homeProvince', 'homeDistrict', 'address', 'guardian', 'familyBook']
/** Fields whose words often fill two columns. */
const twoColumns: readonly ImportField[] = ['localName', 'address']
const models = ['legacy-yellow', 'legacy-blue'] as const
const samplesShown = 3

/** “csv utf-8 ,” as people write it: the kind of file, then its letters or its sheet. What parts the columns is seen by the columns. */
const formOf = (form: string): string => {
  const [kind = '', ...rest] = form.split(' ')
  const more = kind === 'csv' ? rest[0]?.toUpperCase() : rest.join(' ')
  return [kind.toUpperCase(), more].filter(Boolean).join(' · ')
}

function Fields({ batch, columns }: { batch: ImportAnswer; columns: ColumnsAnswer }) {
  const { say } = useWords()
  const client = useQueryClient()
  const command = useCommand<ImportAnswer>()
  const [mapping, setMapping] = useState<MappingBody>(batch.mapping ?? columns.guess)
  const header = columns.header.filter((name) => name !== '')
  function choose(field: ImportField, place: number, value: string) {
    const { [field]: before, ...others } = mapping.fields
    const chosen = before && 'columns' in before ? [...before.columns] : []
    if (value.startsWith('=')) return setMapping({ ...mapping, fields: { ...others, [field]: { value: value.slice(1) } } })
    chosen[place] = value
    const named = chosen.filter((name) => name !== undefined && name !== '')
    setMapping({ ...mapping, fields: named.length === 0 ? others : { ...others, [field]: { columns: named } } })
  }
  async function check(event: FormEvent) {
    event.preventDefault()
    if (await command.send(`${importsPath}/${batch.id}/check`, { mapping }))
      await client.invalidateQueries({ queryKey: [`${importsPath}/${batch.id}`] })
  }
  const samplesOf = (names: readonly string[]) =>
    columns.samples
      .slice(0, samplesShown)
      .map((row) => names.map((name) => row[columns.header.indexOf(name)] ?? '').join(' '))
      .filter((text) => text.trim() !== '')
  return (
    <form onSubmit={(event) => void check(event)}>
      <p className="small soft">{formOf(columns.form)}</p>
      <ul className="mapping">
        {importFields.map((field) => {
          const source = mapping.fields[field]
          const names = source && 'columns' in source ? source.columns : []
          const value = source && 'value' in source ? `=${source.value}` : (names[0] ?? '')
          const label = `${say(importFieldWords[field])}${optional.includes(field) ? '' : ` (${say(importWords.needed)})`}`
          return (
            <li key={field}>
              <NativeSelect
                label={label}
                value={value}
                onChange={(event) => choose(field, 0, event.currentTarget.value)}
                error={value === '' && !optional.includes(field) ? say(importWords.notInFile) : undefined}
                data-testid={`map-${field}`}
                data={[
                  { value: '', label: say(importWords.notInFile) },
                  ...header.map((name) => ({ value: name, label: name })),
                  ...(field === 'model'
                    ? models.map((model) => ({ value: `=${model}`, label: say(importWords.everyRow, { value: say(modelWords[model]) }) }))
                    : []),
                ]}
              />
              {twoColumns.includes(field) && names.length > 0 && (
                <NativeSelect
                  label={say(importWords.second)}
                  value={names[1] ?? ''}
                  onChange={(event) => choose(field, 1, event.currentTarget.value)}
                  data={[{ value: '', label: say(importWords.notInFile) }, ...header.map((name) => ({ value: name, label: name }))]}
                />
              )}
              <p className="samples small soft">{samplesOf(names).join(' · ')}</p>
            </li>
          )
        })}
        <li>
          <NativeSelect
            label={say(importWords.dateOrder)}
            value={mapping.dateOrder}
            onChange={(event) => setMapping({ ...mapping, dateOrder: event.currentTarget.value as DateOrder })}
            data={dateOrders.map((order) => ({ value: order, label: say(dateOrderWords[order]) }))}
          />
        </li>
        <li>
          <TextInput
            label={say(importWords.prefix)}
            description={say(importWords.prefixNote)}
            value={mapping.numberPrefix ?? ''}
            maxLength={8}
            onChange={(event) => setMapping({ ...mapping, numberPrefix: event.currentTarget.value.toUpperCase() })}
          />
        </li>
      </ul>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <div className="actions">
        <Button
          type="submit"
          size={batch.state === 'checked' ? 'sm' : 'lg'}
          variant={batch.state === 'checked' ? 'default' : 'filled'}
          loading={command.pending}
          data-testid="import-check"
        >
          {say(batch.state === 'checked' ? importWords.checkAgain : importWords.check)}
        </Button>
      </div>
    </form>
  )
}
