import type { PlateState } from '../../kernel/plate.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'

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
