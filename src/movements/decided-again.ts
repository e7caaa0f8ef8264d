import { setTimeout as wait } from 'node:timers/promises'
import { isUnavailable } from '../platform/database.ts'
import { duplicateState, lostRaceState } from './movement.statements.ts'

const attemptsMax = 8

/** A lost race or a cut connection leaves nothing half-written: the work loads again (which finds what did commit) and decides again. @throws what the last attempt threw, and at once what is neither. */
export async function decidedAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (fault) {
      const state = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
      const lostRace = [lostRaceState, duplicateState, '40001', '40P01'].includes(state)
      if (attempt === attemptsMax || !(lostRace || isUnavailable(fault))) throw fault
      if (!lostRace) await wait(50 * attempt)
    }
  }
}
