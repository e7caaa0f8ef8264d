/** Those who stand in one line, and the lane that takes each: the first that is free, in order of arrival. */
export type LaneServed<P> = { readonly party: P; readonly arrivesMs: number; readonly startMs: number; readonly lane: number }

export function serveLine<P>(
  arriving: readonly { readonly party: P; readonly arrivesMs: number }[],
  {
    lanes,
    firstLane,
    serviceMs,
    patienceMs,
  }: { readonly lanes: number; readonly firstLane: number; serviceMs(party: P): number; readonly patienceMs: number },
): { readonly served: readonly LaneServed<P>[]; readonly left: readonly P[] } {
  const freeAt = Array.from({ length: lanes }, () => 0)
  const served: LaneServed<P>[] = []
  const left: P[] = []
  for (const { party, arrivesMs } of arriving.toSorted((one, other) => one.arrivesMs - other.arrivesMs)) {
    const lane = freeAt.indexOf(Math.min(...freeAt))
    const startMs = Math.max(arrivesMs, freeAt[lane] ?? 0)
    if (startMs - arrivesMs > patienceMs) {
      left.push(party)
      continue
    }
    freeAt[lane] = startMs + serviceMs(party)
    served.push({ party, arrivesMs, startMs, lane: firstLane + lane })
  }
  return { served, left }
}
