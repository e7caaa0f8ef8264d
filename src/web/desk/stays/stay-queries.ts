import { useQueryClient } from '@tanstack/react-query'

/** After a step everything of stays is asked anew. */
export function useAskStaysAnew(): () => void {
  const client = useQueryClient()
  return () =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [path] }) => typeof path === 'string' && /^\/api\/v1\/(stays|overstays|repairs|rebuttals)/.test(path),
    })
}

export const documentOf = ({ number, issuer }: { number: string; issuer: string }): { number: string; issuer?: string } =>
  issuer === '' ? { number } : { number, issuer }
