import { TextInput } from '@mantine/core'
import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react'

// The fields in which a name is chosen, with the world's names, come when a page first has one: the desk's first load is no heavier for them.
const nationality = () => import('./pick-nationality.tsx')
const Areas = lazy(async () => ({ default: (await import('./pick-areas.tsx')).PickAreas }))
const Nationalities = lazy(async () => ({ default: (await nationality()).PickNationalities }))
const Nationality = lazy(async () => ({ default: (await nationality()).PickNationality }))
const Issuer = lazy(async () => ({ default: (await nationality()).PickIssuer }))
const One = lazy(async () => ({ default: (await import('./pick-fields.tsx')).PickOne }))

/** Until it is here, its place is kept. */
function Coming({ of: { label, className = '' }, children }: { of: { label: string; className?: string }; children: ReactNode }) {
  return <Suspense fallback={<TextInput label={label} className={className} disabled />}>{children}</Suspense>
}

/** Areas of both sides, several. */
export const PickAreas = (props: ComponentProps<typeof Areas>) => (
  <Coming of={props}>
    <Areas {...props} />
  </Coming>
)
/** Nationalities, several. */
export const PickNationalities = (props: ComponentProps<typeof Nationalities>) => (
  <Coming of={props}>
    <Nationalities {...props} />
  </Coming>
)
/** One nationality; or whose passport it is. */
export const PickNationality = (props: ComponentProps<typeof Nationality>) => (
  <Coming of={props}>
    <Nationality {...props} />
  </Coming>
)
/** Who issued a document of any kind. */
export const PickIssuer = (props: ComponentProps<typeof Issuer>) => (
  <Coming of={props}>
    <Issuer {...props} />
  </Coming>
)
/** One of a page's own list. */
export const PickOne = (props: ComponentProps<typeof One>) => (
  <Coming of={props}>
    <One {...props} />
  </Coming>
)
