/** Kinds of vehicle as a gate tells them apart: with the wheels, what orders speak of. */
export const vehicleClasses = [
  'bicycle',
  'handcart',
  'motorcycle',
  'tricycle',
  'car',
  'pickup',
  'van',
  'minibus',
  'bus',
  'truck',
  'trailer-truck',
  'tractor',
  'other',
] as const
export type VehicleClass = (typeof vehicleClasses)[number]
export const isVehicleClass = (text: string): text is VehicleClass => (vehicleClasses as readonly string[]).includes(text)

/** What a verdict and an order know of a vehicle. `wheels` counts the trailer's too. */
export type Vehicle = { readonly class: VehicleClass; readonly wheels: number }
