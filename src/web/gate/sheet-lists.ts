import { useEffect, useState } from 'preact/hooks'
import type { Text } from '../../kernel/language.ts'
import type { VehicleClass } from '../../kernel/vehicle.ts'
import type { Register } from './register.ts'

export type ClassRow = {
  readonly class: VehicleClass
  readonly wheelsMin: number
  readonly wheelsMax: number
  readonly plate: 'must' | 'may' | 'none'
  readonly trailer: boolean
}
export type ChapterRow = { readonly chapter: string; readonly name: Text }

const kept = new Map<string, readonly unknown[]>()

/** A list that the server keeps, read once while the page is open; null until then, and where there is no network the first time. */
export function useList<T>(register: Register, path: string): readonly T[] | null {
  const [list, setList] = useState((kept.get(path) ?? null) as readonly T[] | null)
  useEffect(() => {
    if (list !== null) return
    void register.ask<T[]>(path).then((answer) => {
      if (!answer.ok) return
      kept.set(path, answer.value)
      setList(answer.value)
    })
  }, [list, register, path])
  return list
}
