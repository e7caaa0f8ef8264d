/** WGS 84, in degrees: longitude first, as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number]

/** A drawn line in pieces, as the coordinates of a GeoJSON MultiLineString. */
export type Line = readonly (readonly LonLat[])[]

/** A crossing lies on the line. One drawn farther off than this was placed by guess and is shown as approximate. */
export const exactWithinKm = 1

/** Infinity (an empty line) is not near either. */
export const isApproximate = (distanceKm: number): boolean => !(distanceKm <= exactWithinKm)

/**
 * The shortest way from a place to a line, in km; Infinity for a line without a point.
 * The earth is taken as flat around the place: right to 0.5 % within 100 km, and the base map's line is indicative anyway.
 */
export function distanceToLineKm(place: LonLat, line: Line): number {
  const kmPerLonDegree = kmPerDegree * Math.cos((place[1] * Math.PI) / 180)
  const toKm = ([lon, lat]: LonLat): Point => ({ x: (lon - place[0]) * kmPerLonDegree, y: (lat - place[1]) * kmPerDegree })
  let nearest = Number.POSITIVE_INFINITY
  for (const piece of line) {
    let from: Point | undefined
    for (const position of piece) {
      const to = toKm(position)
      nearest = Math.min(nearest, distanceToSegment(from ?? to, to))
      from = to
    }
  }
  return nearest
}

type Point = { readonly x: number; readonly y: number }

/** Of the sphere with the earth's mean radius, 6371.0088 km. */
const kmPerDegree = (6371.0088 * Math.PI) / 180

/** From the origin to the segment. */
function distanceToSegment(from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y }
  const lengthSquared = along.x ** 2 + along.y ** 2
  const share = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, -(from.x * along.x + from.y * along.y) / lengthSquared))
  return Math.hypot(from.x + share * along.x, from.y + share * along.y)
}
