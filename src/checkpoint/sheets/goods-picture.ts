import { accept, type Outcome, refuse } from '../../kernel/outcome.ts'
import { prepareSheet } from '../../passes/photo.ts'

/** A picture of goods as somebody took it: whole, as our own JPEG without metadata. */
export async function prepareGoodsPicture(input: Uint8Array, line: number): Promise<Outcome<Uint8Array>> {
  const prepared = await prepareSheet(input)
  if (prepared.ok) return accept(prepared.value.sheet)
  return prepared.refusal.code === 'applicant.photo-unreadable' ? refuse('goods.photo', { about: { line } }) : prepared
}
