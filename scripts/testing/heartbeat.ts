// Whether the machine itself stood still: a process with nothing to do wakes ten times a second, and a beat that comes seconds late was not late through the tests.
const everyMs = 100
const stillMs = 3_000

export type StoodStill = { readonly from: number; readonly seconds: number }

/** Beats until it is stopped; answers the gaps. */
export function startHeartbeat(now: () => number = Date.now, heard: (beat: () => void) => () => void = every): () => readonly StoodStill[] {
  const gaps: StoodStill[] = []
  let last = now()
  const beat = (): void => {
    const at = now()
    if (at - last > stillMs) gaps.push({ from: last, seconds: (at - last) / 1000 })
    last = at
  }
  const stop = heard(beat)
  return () => {
    stop()
    beat()
    return gaps
  }
}

function every(beat: () => void): () => void {
  const timer = setInterval(beat, everyMs)
  return () => clearInterval(timer)
}
