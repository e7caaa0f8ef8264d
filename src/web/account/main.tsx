import '../trusted-types.ts'
import '../look/base.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Group.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Skeleton.css'
import '../desk/parts/mantine.css'
import '../desk/parts/layout.css'
import '../desk/parts/said.css'
import '../desk/parts/tables.css'
import './roles.css'
import './account.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Faults } from '../desk/frame/faults.tsx'
import { LanguageProvider } from '../desk/frame/language.tsx'
import { cssVariables, theme } from '../desk/frame/theme.ts'
import { isWorthRepeating } from '../desk/queries.ts'
import { loadFonts } from '../look/fonts.ts'
import { isDemonstration, type SessionUse, startWho } from '../who.ts'
import { AccountPage } from './account-page.tsx'
import { Become } from './become.tsx'
import { Enrol } from './enrol.tsx'
import { Frame } from './frame.tsx'
import { SignIn } from './sign-in.tsx'

const pages: Readonly<Record<string, { readonly page: () => React.JSX.Element; readonly session: SessionUse }>> = {
  '/sign-in': { page: SignIn, session: 'not-asked' },
  '/enrol': { page: Enrol, session: 'not-asked' },
  '/become': { page: Become, session: 'shown' },
  '/account': { page: AccountPage, session: 'needed' },
}
const { page: Page, session } = pages[location.pathname] ?? { page: AccountPage, session: 'needed' }
startWho(session)
// Nobody becomes somebody else where people are real.
if (Page === Become && !isDemonstration) location.replace('/sign-in')

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: isWorthRepeating, retryDelay: 800 }, mutations: { networkMode: 'always' } },
})

// Whatever language is read, names of people and places stand in both scripts.
void Promise.all([loadFonts('km'), loadFonts('th')])

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <Faults>
            <Frame>
              <Page />
            </Frame>
          </Faults>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
