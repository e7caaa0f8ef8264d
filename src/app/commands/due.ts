import { parseArgs } from 'node:util'
import { dueDate, isProvisional } from '../../instruments/calendar.rules.ts'
import { readCalendars } from '../../instruments/calendar-file.ts'
import { lawOn } from '../../instruments/law.rules.ts'
import { readLaw } from '../../instruments/law-file.ts'
import { isStateCode, type StateCode } from '../../kernel/code.ts'
import { type CivilDate, parseCivilDate } from '../../kernel/time.ts'
import { sayProblem } from '../../words/problems.ts'

const usage = 'usage: spean due 2024-04-11 [--state KH]'

/** `spean due DATE`: the last day for what is paid on DATE, by the law and the holidays of data/. Needs no database. Exit 0, or 2 with one line when there is no answer. */
export async function due(
  args: readonly string[],
  { state, print = console.log, warn = console.error }: { state: StateCode; print?: (line: string) => void; warn?: (line: string) => void },
): Promise<number> {
  const answer = dueOf(args, state)
  if ('fault' in answer) {
    warn(`spean due: ${answer.fault}`)
    return 2
  }
  print(answer.day)
  if (answer.computed !== undefined)
    warn(
      `spean due: the holidays of ${answer.computed} are computed and not officially announced: the day is provisional (data/holidays/calendar.json)`,
    )
  return 0
}

function dueOf(args: readonly string[], ownState: StateCode): { readonly day: CivilDate; readonly computed?: string } | { readonly fault: string } {
  const asked = readArguments(args, ownState)
  if ('fault' in asked) return asked
  const calendars = readCalendars()
  const calendar = isStateCode(asked.state) ? calendars.get(asked.state) : undefined
  if (!calendar) return { fault: `no holidays are on record for the state "${short(asked.state)}"; known are ${[...calendars.keys()].join(' and ')}` }
  const paidOn = parseCivilDate(asked.date)
  if (!paidOn) return { fault: `"${short(asked.date)}" is no day of the calendar; write it as 2024-04-11` }
  const law = lawOn(readLaw().law, 'application.due', calendar.state, paidOn)
  if (!law) return { fault: `the law's data name no number of working days for ${calendar.state} on ${paidOn}` }
  const day = dueDate(calendar, paidOn, law.value.workingDaysMax)
  if (!day.ok) {
    const { title } = sayProblem(day.refusal, 'en')
    return { fault: `${paidOn} in ${calendar.state}: ${title}` }
  }
  return { day: day.value, ...(isProvisional(calendar, day.value) && { computed: `${day.value.slice(0, 4)} in ${calendar.state}` }) }
}

const short = (text: string): string => text.slice(0, 40)

function readArguments(args: readonly string[], ownState: StateCode): { readonly date: string; readonly state: string } | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { state: { type: 'string', default: ownState } } })
    const [date, ...more] = positionals
    return date === undefined || more.length > 0 ? { fault: usage } : { date, state: values.state }
  } catch (error) {
    return { fault: `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}; ${usage}` }
  }
}
