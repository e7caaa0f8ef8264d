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
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Radio.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Skeleton.css'
import './parts/mantine.css'
import './pick/pick.css'
import './desk.css'
import './parts/layout.css'
import './parts/people.css'
import './parts/said.css'
import './parts/tables.css'
import './parts/work.css'
import './parts/office.css'
import './instruments/instruments.css'
import './import/import.css'
import './print/print.css'
import './till/till.css'
import './watchlist/watchlist.css'
import './point/point.css'
import './point/referrals.css'
import './stays/stays.css'
import './orders/orders.css'
import '../account/roles.css'
import './desk-print.css'
import './papers/papers.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { loadFonts } from '../look/fonts.ts'
import { startWho } from '../who.ts'
import { Faults } from './frame/faults.tsx'
import { LanguageProvider } from './frame/language.tsx'
import { MeProvider } from './frame/me.tsx'
import { OfficeProvider } from './frame/office.tsx'
import { Shell } from './frame/shell.tsx'
import { cssVariables, theme } from './frame/theme.ts'
import { isWorthRepeating } from './queries.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// `always`: the server may stand on this very machine, where "no network" says nothing about it.
const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: isWorthRepeating, retryDelay: 800 }, mutations: { networkMode: 'always' } },
})

// Whatever language the clerk reads, names of people and places stand in both scripts.
void Promise.all([loadFonts('km'), loadFonts('th')])

startWho('needed')
const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <Faults>
            <MeProvider>
              <OfficeProvider>
                <Router base="/desk">
                  <Shell />
                </Router>
              </OfficeProvider>
            </MeProvider>
          </Faults>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
