/** What a lane tells its parent. */
export type LaneMessage =
  | { readonly kind: 'passed'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly name: string; readonly seconds: number; readonly why: string | undefined }
  | { readonly kind: 'ended'; readonly file: string; readonly seconds: number; readonly why: string | undefined }

/** Exit codes of a lane: it could not end by itself; something went wrong outside of any test. Its error output says what. */
export const stillBusy = 70
export const outsideOfTests = 71
