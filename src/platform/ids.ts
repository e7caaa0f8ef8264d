import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Brand } from '../kernel/brand.ts'
import type { CommandId } from '../kernel/code.ts'

/** One of 64 parts of all holder-bound rows, fixed for ever (docs/architecture.md, growth). */
export type Cell = Brand<number, 'Cell'>
/** Where an id does not say its holder's cell, each is looked into by the primary key. */
export const everyCell: readonly number[] = Array.from({ length: 64 }, (_, cell) => cell)

/** A UUID of something bound to a holder: its last six bits are the holder's cell, so every lookup by id can name the cell. */
export type HolderBoundId = Brand<string, 'HolderBoundId'>

export const newCommandId = (nowMs: number): CommandId => v7({ msecs: nowMs }) as CommandId

export const cellOf = (id: HolderBoundId): Cell => (Number.parseInt(id.slice(-2), 16) % 64) as Cell

/** A new UUIDv7 in `cell`; without one, in any. */
export function newHolderBoundId(nowMs: number, cell?: Cell): HolderBoundId {
  const random = randomBytes(16)
  if (cell !== undefined) random[15] = ((random[15] ?? 0) & 0xc0) | cell
  return v7({ msecs: nowMs, random }) as HolderBoundId
}

export const parseHolderBoundId = (text: string): HolderBoundId | undefined =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text) ? (text as HolderBoundId) : undefined
