import { addDays, type CivilDate, type ClockTime, dayMs, epochMs, instantAt } from '../../kernel/time.ts'
import { checkDigit } from '../../passports/check-digit.rules.ts'

const names = ['MADEUP<<SOK', 'MADEUP<<DARA', 'MADEUP<<LEK', 'MADEUP<<NOI', 'MADEUP<<LAN', 'MADEUP<<KEO', 'MADEUP<<ANNA', 'MADEUP<<PAUL'] as const

export type MadeUpPassport = {
  /** Alpha-3, of issuer and bearer. */
  readonly nationality: string
  readonly born: CivilDate
  readonly lastDay: CivilDate
  /** The day that is played and its person: another number each. */
  readonly day: CivilDate
  readonly serial: number
}

/** The two lines at the foot of a made-up passport (ICAO 9303-4), with right check digits. */
export function zoneOf({ nationality, born, lastDay, day, serial }: MadeUpPassport): string {
  const number = withDigit(`M${String(dayOf(day) % 1000).padStart(3, '0')}${String(serial % 100_000).padStart(5, '0')}`)
  const [birth, expiry, optional] = [withDigit(sixDigits(born)), withDigit(sixDigits(lastDay)), withDigit('<'.repeat(14))]
  const name = names[serial % names.length] ?? names[0]
  const lower = `${number}${nationality}${birth}${serial % 2 === 0 ? 'M' : 'F'}${expiry}${optional}`
  return `P<${nationality}${name.padEnd(39, '<')}\n${lower}${checkDigit(number + birth + expiry + optional)}`
}

/** Somebody's birthday of so many years ago, some days back. */
export const bornYearsAgo = (years: number, day: CivilDate): CivilDate => addDays(day, -Math.floor(years * 365.25) - 30)

const dayOf = (day: CivilDate): number => Math.floor(epochMs(instantAt(day, '12:00' as ClockTime, '+00:00')) / dayMs)
const withDigit = (text: string): string => text + checkDigit(text)
const sixDigits = (date: CivilDate): string => date.slice(2).replaceAll('-', '')
