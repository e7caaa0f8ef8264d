import operating from '../../../data/operating-parameters.json'

/** The server refuses an older arrival, also of a movement that is sent later, which would then be on no record: the tablet takes and proposes none. */
export const arrivalHoursMax = operating.findLast(({ parameter, until }) => parameter === 'arrival.hours-max' && until === null)?.value ?? 0
