// A real OpenID Connect provider on loopback, run as a process of its own by provider.test.ts. It signs in whoever the x-sign-in-as header names.
// argv: the addresses it may send people back to. It prints its issuer.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'

/** What is used of oidc-provider, which has no types of its own. */
type Provider = {
  readonly Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> }
  callback(): RequestListener
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
}
const library: string = 'oidc-provider'
const { Provider } = (await import(library)) as { Provider: new (issuer: string, configuration: object) => Provider }

const server = createServer().listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const address = server.address()
const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'spean',
      client_secret: 'a-secret-of-the-tests-own-provider',
      redirect_uris: process.argv.slice(2),
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  cookies: { keys: ['of the test'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_context: unknown, sub: string) => ({
    accountId: sub,
    claims: () => ({ sub, email: 'governor@ministry.example', email_verified: true }),
  }),
  interactions: { url: () => '/sign-in' },
  loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string }; client: { clientId: string } } }) => {
    const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
})
const answer = provider.callback()
server.on('request', (request, response) => {
  if (request.url !== '/sign-in') return answer(request, response)
  return void provider.interactionFinished(request, response, { login: { accountId: String(request.headers['x-sign-in-as']) } })
})
console.log(issuer)
