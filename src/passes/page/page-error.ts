/** Why a page was not made. None is the applicant's fault: the caller shows a fault and may try again. */
export const pageFaults = ['qr-text', 'qr-too-long', 'drawing', 'letters', 'mrz', 'typst', 'time-out', 'worker-died', 'busy', 'closed'] as const
export type PageFault = (typeof pageFaults)[number]

export class PageError extends Error {
  readonly fault: PageFault
  constructor(fault: PageFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.name = 'PageError'
    this.fault = fault
  }
}
