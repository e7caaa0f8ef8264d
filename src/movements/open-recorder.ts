import type { Law } from '../instruments/law.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { StateCode } from '../kernel/code.ts'
import type { Instant } from '../kernel/time.ts'
import type { LiveRegistry } from '../places/live-registry.ts'
import { minutesBetween, orderBook, tolledDays } from '../places/surroundings.rules.ts'
import { Recorder, type RecorderOptions } from './recorder.ts'

type Parts = {
  readonly url: string
  readonly lanes: number
  readonly state: StateCode
  readonly law: Law
  readonly now: () => Instant
  readonly registry: LiveRegistry
  readonly parameters: OperatingParameters
  readonly watchlist: RecorderOptions['watchlist']
  readonly onRecorded?: Exclude<RecorderOptions['onRecorded'], undefined>
  readonly onUndone?: Exclude<RecorderOptions['onUndone'], undefined>
}

/** A recorder that knows the places and orders as they stand in the registry. */
export function openRecorder({ registry, parameters, ...parts }: Parts): Recorder {
  const around = {
    minutesBetween: (from, to) => minutesBetween(registry.current, from, to, parameters('travel.kilometres-per-hour-max', parts.now())),
    tolledDays: (point, traveller, from, last) => tolledDays(registry.current, point, traveller, from, last),
  } satisfies RecorderOptions['around']
  const lateHours = () => parameters('movement.late-hours', parts.now())
  return new Recorder({ ...parts, orders: () => orderBook(registry.current), around, lateHours })
}
