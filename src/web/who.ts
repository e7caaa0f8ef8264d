// The strip above every page, drawn without a framework since the pages have different ones: the demonstration says so, and whoever is signed in sees as whom.
import './who.css'
import type { AccountAnswer } from '../identity/identity.api.ts'
import { isLanguage, type Language, type Text } from '../kernel/language.ts'
import type { OfficeAnswer } from '../passes/passes.api.ts'
import type { PointAnswer } from '../places/places.api.ts'
import { whoWords } from '../words/account.ts'
import { formatNumber } from '../words/dates.ts'
import { roleWords, unitWords } from '../words/roles.ts'
import { stateWords } from '../words/states.ts'
import { ask, signedOutEvent } from './api.ts'

/** `needed`: without a session the page leads to where one begins. `shown`: the page works without, too. `not-asked`: nobody signs in here. */
export type SessionUse = 'needed' | 'shown' | 'not-asked'

type Person = { readonly account: AccountAnswer; readonly place: Text | undefined }
type Strip = { readonly element: HTMLElement; readonly use: SessionUse; person: Person | 'none' | undefined }

/** Loud unless the server says otherwise. */
export const isDemonstration: boolean = document.querySelector<HTMLMetaElement>('meta[name="spean-mode"]')?.content !== 'service'

/** Where a session begins: the demonstration has no passkeys to sign in with. */
export const wayIn = (next: string = location.pathname + location.search): string =>
  `${isDemonstration ? '/become' : '/sign-in'}?next=${encodeURIComponent(next)}`

/** Puts the strip above the page and keeps it in the page's language. */
export function startWho(use: SessionUse): void {
  const element = document.createElement('aside')
  element.className = 'who'
  element.dataset['mode'] = isDemonstration ? 'demonstration' : 'service'
  const strip: Strip = { element, use, person: undefined }
  const redraw = () => draw(strip)
  // Last in the document, first on the screen: the page's own link past its head stays the first thing that Tab reaches.
  document.body.append(element)
  redraw()
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['lang'] })
  if (use === 'not-asked') return
  addEventListener(signedOutEvent, () => {
    strip.person = 'none'
    redraw()
  })
  void readPerson().then((person) => {
    if (person === 'none' && use === 'needed') location.replace(wayIn())
    strip.person = person
    redraw()
  })
}

/** Ends the session, then leads to where another begins. */
export async function signOut(language: Language): Promise<void> {
  const answer = await ask<unknown>('/api/v1/sign-out', { language, body: {} })
  if (answer.ok || answer.problem.status === 401) location.assign(isDemonstration ? '/become' : '/sign-in')
}

async function readPerson(): Promise<Person | 'none' | undefined> {
  const answer = await ask<AccountAnswer>('/api/v1/account', { language: language() })
  if (!answer.ok) return answer.problem.status === 401 ? 'none' : undefined
  const [first] = answer.value.grants.filter(({ inForce }) => inForce)
  return { account: answer.value, place: first && (await readPlace(first.place)) }
}

/** The place's name in each language, in light answers; undefined: they did not come, and a code says nothing to a reader. */
async function readPlace(place: string): Promise<Text | undefined> {
  if (Object.hasOwn(stateWords, place)) return stateWords[place as keyof typeof stateWords]
  if (/^[A-Z]{2}:/.test(place)) {
    const offices = await ask<OfficeAnswer[]>('/api/v1/offices', { language: language() })
    const [seat, unit] = place.split('/')
    if (!offices.ok) return undefined
    const name = offices.value.find(({ id }) => id === seat)?.name
    if (!name) return { km: place, th: place, en: place }
    const own = place.startsWith('TH') ? { km: name.en, th: name.native } : { km: name.native, th: name.en }
    if (!unit) return { ...own, en: name.en }
    const tail = unitWords(unit)
    return { km: `${own.km} · ${tail.km}`, th: `${own.th} · ${tail.th}`, en: `${name.en} · ${tail.en}` }
  }
  const point = await ask<PointAnswer>(`/api/v1/crossing-points/${place}`, { language: language() })
  if (!point.ok) return undefined
  const names = Object.values(point.value.names)
  const inLanguage = (wanted: Language) => names.find((name) => name[wanted])?.[wanted]
  const en = inLanguage('en') ?? place
  return { km: inLanguage('km') ?? en, th: inLanguage('th') ?? en, en }
}

function draw({ element, use, person }: Strip): void {
  const say = (text: Text) => text[language()]
  element.ariaLabel = say(whoWords.strip)
  element.hidden = !isDemonstration && person === undefined
  const parts: HTMLElement[] = []
  if (isDemonstration) {
    const word = typeof person === 'object' ? whoWords.becomeOther : whoWords.become
    parts.push(make('p', { className: 'who-demonstration' }, [make('strong', {}, [say(whoWords.demonstration)]), link('/become', say(word))]))
  }
  if (person === 'none' && use === 'needed')
    parts.push(
      make('p', { className: 'who-person', role: 'alert' }, [
        make('span', { className: 'who-out' }, [say(whoWords.signedOut)]),
        link(wayIn(), say(whoWords.signIn)),
      ]),
    )
  if (typeof person === 'object') parts.push(personPart(person, say))
  element.replaceChildren(...parts)
}

function personPart({ account, place }: Person, say: (text: Text) => string): HTMLElement {
  const inForce = account.grants.filter(({ inForce }) => inForce)
  const [first] = inForce
  const role = first
    ? [say(roleWords[first.role]), ...(place ? [say(place)] : []), ...more(inForce.length - 1, say)].join(' · ')
    : say(whoWords.noRole)
  const out = make('button', { type: 'button' }, [say(whoWords.signOut)])
  out.addEventListener('click', () => void signOut(language()))
  const name = link('/account', account.name)
  name.title = say(whoWords.account)
  return make('p', { className: 'who-person' }, [name, make('span', { className: 'who-role' }, [role]), out])
}

const more = (count: number, say: (text: Text) => string): string[] =>
  count > 0 ? [say(whoWords.moreRoles).replace('{count}', formatNumber(count, language()))] : []

function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Partial<HTMLElementTagNameMap[K]>, children: readonly (Node | string)[]) {
  const element = Object.assign(document.createElement(name), attributes)
  element.append(...children)
  return element
}
const link = (href: string, text: string): HTMLAnchorElement => make('a', { href }, [text])

function language(): Language {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'km'
}
