export const reportOutcomes = ['suspended', 'replaced', 'found', 'not-the-holder', 'over'] as const
/** How an office settled a report: the pass was suspended or replaced at the counter, it was found, somebody else had reported it, or it was over anyway. */
export type ReportOutcome = (typeof reportOutcomes)[number]
