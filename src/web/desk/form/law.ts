import lawFile from '../../../../data/law/kh-th-1997.json'
import { type Law, lawOn } from '../../../instruments/law.rules.ts'
import type { StateCode } from '../../../kernel/code.ts'
import type { CivilDate } from '../../../kernel/time.ts'

/** Ages at which a guardian is asked for: the same file and the same rule as the server's, which decides. */
export const agesOn = (state: string, date: CivilDate) => lawOn(lawFile as unknown as Law, 'applicant.age', state as StateCode, date)?.value
