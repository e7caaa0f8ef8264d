export type Spot = { readonly x: number; readonly y: number }
export type Box = Spot & { readonly width: number; readonly height: number }

/** A marker and the size of the label that wants to stand beside it, in pixels. */
export type Labelled = { readonly at: Spot; readonly radius: number; readonly width: number; readonly height: number }

/** Where a label stands. One that found no room beside its marker stands off, tied to it by a line that ends at `tiedAt`. */
export type Placed = { readonly box: Box; readonly tiedAt?: Spot }

export type Surroundings = {
  /** What is seen: a label leaves it only when nothing inside is free. */
  readonly frame: Box
  /** Never covered: buttons and the like. */
  readonly taken: readonly Box[]
  /** Better not covered: points of drawn lines. */
  readonly avoid: readonly Spot[]
}

/**
 * A place for each label, in the order given, or undefined when everywhere it would cover another label, a marker, a tie or something taken.
 * Labels with the least room choose first; then each may take a better place from others, when all together stand better so.
 * The same input gives the same picture.
 */
export function placeLabels(labels: readonly Labelled[], around: Surroundings): (Placed | undefined)[] {
  const seen = { ...around, avoid: around.avoid.filter((spot) => holds(around.frame, spot)) }
  const candidates = labels.map((label, index) =>
    candidatesOf(
      label,
      labels.filter((_, other) => other !== index),
      seen,
    ),
  )
  return improve(chooseAll(candidates), candidates).map((candidate) => candidate?.placed)
}

/** Is the whole box free of the others? */
export const isFree = (box: Box, others: readonly Box[]): boolean => !others.some((other) => overlaps(box, other))

export const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height

export const markerBox = ({ at, radius }: Pick<Labelled, 'at' | 'radius'>): Box => ({
  x: at.x - radius,
  y: at.y - radius,
  width: 2 * radius,
  height: 2 * radius,
})

/** Of a label that the frame cuts off; one without a place costs ten times that. */
const badCost = 1000
const passesMax = 6

type Choice = (Candidate | undefined)[]
type Candidates = readonly (readonly Candidate[])[]
type Candidate = { readonly placed: Placed; readonly cost: number; readonly tie: readonly Spot[] }

function chooseAll(candidates: Candidates): Choice {
  const chosen: Choice = candidates.map(() => undefined)
  const waiting = new Set(candidates.keys())
  while (waiting.size > 0) {
    const free = [...waiting].map((index) => ({ index, free: freeFor(index, chosen, candidates).filter(({ cost }) => cost < badCost) }))
    const [next] = free.sort((a, b) => a.free.length - b.free.length || a.index - b.index)
    if (!next) break
    waiting.delete(next.index)
    chosen[next.index] = next.free[0] ?? freeFor(next.index, chosen, candidates)[0]
  }
  return chosen
}

function improve(chosen: Choice, candidates: Candidates): Choice {
  let best = chosen
  for (let pass = 0; pass < passesMax; pass += 1) {
    const before = best
    for (const index of candidates.keys())
      for (const candidate of candidates[index] ?? []) {
        if (candidate.cost >= costAt(best[index])) break
        const trial = takePlace(best, index, candidate, candidates)
        if (totalCost(trial) < totalCost(best)) best = trial
      }
    if (best === before) break
  }
  return best
}

/** The label at `index` takes the candidate; those in its way look for the best place left. */
function takePlace(chosen: Choice, index: number, candidate: Candidate, candidates: Candidates): Choice {
  const trial = chosen.map((other, at) => (at !== index && other && !agree(candidate, other) ? undefined : other))
  trial[index] = candidate
  for (const other of chosen.keys()) if (trial[other] === undefined) trial[other] = freeFor(other, trial, candidates)[0]
  return trial
}

function freeFor(index: number, chosen: Choice, candidates: Candidates): Candidate[] {
  const others = chosen.filter((candidate, other) => candidate !== undefined && other !== index) as Candidate[]
  return (candidates[index] ?? []).filter((candidate) => others.every((other) => agree(candidate, other)))
}

const costAt = (candidate: Candidate | undefined): number => candidate?.cost ?? 10 * badCost
const totalCost = (chosen: Choice): number => chosen.reduce((sum, candidate) => sum + costAt(candidate), 0)

/** What covers no other marker and nothing taken, the best first. */
function candidatesOf(label: Labelled, others: readonly Labelled[], around: Surroundings): Candidate[] {
  const markers = others.map(markerBox)
  return [...besides(label), ...standingOff(label)]
    .filter(({ placed: { box } }) => isFree(box, markers) && isFree(box, around.taken))
    .filter(({ tie }) => tie.every((spot) => others.every(({ at, radius }) => Math.hypot(spot.x - at.x, spot.y - at.y) > radius * 0.65)))
    .map((candidate) => ({ ...candidate, cost: candidate.cost + costOf(candidate, markers, around) }))
    .sort((a, b) => a.cost - b.cost)
}

/** Beside the marker first, then above and below, then the corners: the order in which a reader finds them. */
function besides({ at, radius, width, height }: Labelled): Candidate[] {
  const [right, left, middle] = [at.x + radius, at.x - radius - width, at.x - width / 2]
  const [below, above, level] = [at.y + radius, at.y - radius - height, at.y - height / 2]
  const [low, high] = [at.y - height * 0.2, at.y - height * 0.8]
  const spots: [x: number, y: number, cost: number][] = [
    [right, level, 0],
    [left, level, 0.5],
    [right, low, 1],
    [right, high, 1],
    [left, low, 1.5],
    [left, high, 1.5],
    [middle, below, 2],
    [middle, above, 2.5],
  ]
  return spots.map(([x, y, cost]) => ({ placed: { box: { x, y, width, height } }, cost, tie: [] }))
}

/** Farther off: to the right or left at steps of a third of the label's height, and above or below at steps of a quarter of its width. */
function standingOff({ at, radius, width, height }: Labelled): Candidate[] {
  const found: Candidate[] = []
  const add = (end: Spot, corner: Spot, cost: number): void => {
    found.push({
      placed: { box: { ...corner, width, height }, tiedAt: end },
      cost: cost + Math.hypot(end.x - at.x, end.y - at.y) / 12,
      tie: between(at, end),
    })
  }
  for (const gap of [radius + 14, radius + 34])
    for (let step = -10; step <= 10; step += 1) {
      const y = at.y + (step * height) / 3
      add({ x: at.x + gap, y }, { x: at.x + gap, y: y - height / 2 }, 3)
      add({ x: at.x - gap, y }, { x: at.x - gap - width, y: y - height / 2 }, 3.5)
    }
  for (const gap of [radius + 10, radius + 26, radius + 46])
    for (let step = -3; step <= 3; step += 1) {
      const x = at.x + (step * width) / 4
      for (const share of [0.2, 0.5, 0.8]) {
        add({ x, y: at.y + gap }, { x: x - share * width, y: at.y + gap }, 4)
        add({ x, y: at.y - gap }, { x: x - share * width, y: at.y - gap - height }, 4.5)
      }
    }
  return found
}

function costOf({ placed: { box, tiedAt } }: Candidate, markers: readonly Box[], { frame, avoid }: Surroundings): number {
  const onLine = Math.min(3, 0.4 * avoid.filter((spot) => holds(box, spot)).length)
  // A label that nearly touches another marker seems to be that one's.
  const near = { x: box.x - 12, y: box.y - 6, width: box.width + 24, height: box.height + 12 }
  const doubtful = tiedAt === undefined && !isFree(near, markers) ? 3 : 0
  return onLine + doubtful + (isWithin(box, frame) ? 0 : badCost)
}

const agree = (a: Candidate, b: Candidate): boolean =>
  !overlaps(a.placed.box, b.placed.box) &&
  !a.tie.some((spot) => holds(b.placed.box, spot)) &&
  !b.tie.some((spot) => holds(a.placed.box, spot)) &&
  !crosses(a.tie, b.tie)

/** Eight steps from one spot to the other, both counted. */
const between = (from: Spot, until: Spot): Spot[] =>
  Array.from({ length: 9 }, (_, step) => ({ x: from.x + ((until.x - from.x) * step) / 8, y: from.y + ((until.y - from.y) * step) / 8 }))

function crosses(a: readonly Spot[], b: readonly Spot[]): boolean {
  const [a1, a2, b1, b2] = [a[0], a.at(-1), b[0], b.at(-1)]
  if (!a1 || !a2 || !b1 || !b2) return false
  return turn(a1, a2, b1) !== turn(a1, a2, b2) && turn(b1, b2, a1) !== turn(b1, b2, a2)
}

const turn = (a: Spot, b: Spot, c: Spot): boolean => (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const holds = (box: Box, { x, y }: Spot): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
