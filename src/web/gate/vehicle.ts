import type { PlateState } from '../../kernel/plate.ts'
import type { Instant } from '../../kernel/time.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import type { Direction } from '../../places/order.rules.ts'

export type RiderOnSheet = { readonly movement: string; readonly name: string }

/** A vehicle sheet that is open at this lane: who is scanned while it is open rides in this vehicle. */
export type OpenVehicle = {
  readonly id: string
  readonly class: VehicleClass
  readonly wheels: number
  readonly plate: { readonly written: string; readonly state: PlateState } | null
  readonly trailerPlate: string | null
  /** A movement's id; null: the driver is still to come. */
  readonly driver: string | null
  readonly riders: readonly RiderOnSheet[]
  /** The sheet on record whose place it takes. */
  readonly old?: Pick<VehicleOnRecord, 'id' | 'lane' | 'occurredAt'>
}

/** A sheet on record, as far as a lane needs it to put it right. */
export type VehicleOnRecord = Pick<OpenVehicle, 'id' | 'class' | 'wheels' | 'plate'> & {
  readonly lane: string
  readonly direction: Direction
  readonly occurredAt: Instant
  readonly replacedBy: string | null
  readonly trailer: { readonly written: string } | null
  readonly driver: string
  readonly passengers: readonly string[]
  readonly undone: readonly { readonly movement: string }[]
}

/** Who rides in the sheet that takes this one's place: everybody whose movement still stands. A driver who was undone has to be scanned anew. */
export function correctionOf({
  id,
  lane,
  occurredAt,
  driver,
  passengers,
  undone,
}: VehicleOnRecord): Required<Pick<OpenVehicle, 'old' | 'driver' | 'riders'>> {
  const stands = (movement: string) => !undone.some((ride) => ride.movement === movement)
  const riders = [driver, ...passengers].filter(stands).map((movement, index) => ({ movement, name: `${index + 1}` }))
  return { old: { id, lane, occurredAt }, driver: stands(driver) ? driver : null, riders }
}

/** Somebody was let through in it: the first one drives, until another is said to. */
export function withRider(vehicle: OpenVehicle, rider: RiderOnSheet): OpenVehicle {
  if (vehicle.riders.some(({ movement }) => movement === rider.movement)) return vehicle
  return { ...vehicle, riders: [...vehicle.riders, rider], driver: vehicle.driver ?? rider.movement }
}

/** Their movement was undone: they are in no vehicle. Nobody else becomes the driver by that. */
export const withoutRider = (vehicle: OpenVehicle, movement: string): OpenVehicle => ({
  ...vehicle,
  riders: vehicle.riders.filter((rider) => rider.movement !== movement),
  driver: vehicle.driver === movement ? null : vehicle.driver,
})

/** Their movement was another's second tap, which rides once, or let nobody through (null). */
export function withRiderInstead(vehicle: OpenVehicle, movement: string, instead: string | null): OpenVehicle {
  if (instead === null || vehicle.riders.some((rider) => rider.movement === instead)) {
    const left = withoutRider(vehicle, movement)
    return vehicle.driver === movement && instead !== null ? { ...left, driver: instead } : left
  }
  const put = (each: string) => (each === movement ? instead : each)
  return {
    ...vehicle,
    riders: vehicle.riders.map((rider) => ({ ...rider, movement: put(rider.movement) })),
    driver: vehicle.driver && put(vehicle.driver),
  }
}
