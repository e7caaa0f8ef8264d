import type { CsvValue } from '../../platform/csv.ts'
import { applicationKinds, rejectionGrounds } from '../application.rules.ts'
import { type OfficeNumbers, pendingStates } from './numbers.rules.ts'
import type { Numbers } from './read-numbers.ts'

type Column = readonly [name: string, value: (numbers: OfficeNumbers) => CsvValue]
const span = ['day', 'total'] as const

const yes = (is: boolean): string => (is ? 'yes' : 'no')

/** Names of columns are the API's own words, which do not change with the reader's language. */
const columns: readonly Column[] = [
  ...span.flatMap((of) => applicationKinds.map((kind): Column => [`issued.${of}.${kind}`, ({ issued }) => issued[of][kind]])),
  ...pendingStates.map((state): Column => [`pending.${state}`, ({ pending }) => pending[state]]),
  ['late', ({ late }) => late],
  ['late.provisional', ({ lateProvisional }) => yes(lateProvisional)],
  ['oldestWaiting.since', ({ oldestWaiting }) => oldestWaiting?.since ?? null],
  ['oldestWaiting.dueOn', ({ oldestWaiting }) => oldestWaiting?.dueOn ?? null],
  ['oldestWaiting.dueProvisional', ({ oldestWaiting }) => yes(oldestWaiting?.dueProvisional === true)],
  ...span.flatMap((of) => rejectionGrounds.map((ground): Column => [`rejected.${of}.${ground}`, ({ rejected }) => rejected[of][ground]])),
  ...span.flatMap((of) =>
    (['withdrawn', 'lapsed', 'produced', 'collected'] as const).map((what): Column => [`${what}.${of}`, (numbers) => numbers[what][of]]),
  ),
  ...(['produced', 'onTime', 'withinTarget', 'unknown'] as const).map((what): Column => [`share.${what}`, ({ share }) => share[what]]),
  ['share.provisional', ({ share }) => yes(share.provisional)],
]

/** The numbers as a table: a row an office, with the moment that each is of. */
export const numbersTable = ({ asOf, on, since, offices }: Numbers, nameOf: (office: string) => string) => ({
  columns: ['office', 'name', 'asOf', 'on', 'shareSince', ...columns.map(([name]) => name)],
  rows: offices.map((numbers): CsvValue[] => [
    numbers.office,
    nameOf(numbers.office),
    asOf,
    on,
    since,
    ...columns.map(([, value]) => value(numbers)),
  ]),
})
