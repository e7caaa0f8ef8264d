import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isStateCode, type StateCode } from '../kernel/code.ts'
import { type Instant, parseInstant } from '../kernel/time.ts'

/** The project's folder: where data/, db/ and package.json lie. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export type Config = {
  readonly state: StateCode
  /** Folder of everything this instance writes: database, keys. */
  readonly home: string
  readonly mode: Mode
  readonly host: string
  readonly port: number
  /** Empty: the embedded Postgres. */
  readonly databaseUrl: string
  /** 0: any free port. */
  readonly databasePort: number
  readonly lanes: number
  /** Genuine passes whose signature need not be checked again. */
  readonly rememberedPasses: number
  readonly logLevel: LogLevel
  /** Where a trial's clock starts, running on from there; undefined: the system's clock. */
  readonly clockStart: Instant | undefined
  /** Where browsers find the pages, as they name it: passkeys belong to it. Empty: http://localhost and the port. */
  readonly origin: string
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[]
  /** File that lists the ministries' OIDC providers; empty: none. */
  readonly oidcFile: string
  /** Where Bakong's payments are looked up; empty: no payment without cash. */
  readonly bakongUrl: string
  readonly bakongTokenFile: string
  /** File that lists the offices' accounts. */
  readonly merchantsFile: string
  /** Where a Thai bank's paid bills are looked up; empty: no payment without cash. */
  readonly promptpayUrl: string
  readonly promptpayTokenFile: string
  /** The bank's name of whoever asks. */
  readonly promptpayClient: string
  /** File that lists the offices' biller numbers. */
  readonly billersFile: string
  /** Where messages to applicants are posted; empty: none are sent, and no number is asked for. */
  readonly smsUrl: string
  readonly smsTokenFile: string
  readonly smsSender: string
}

export const modes = ['demonstration', 'service'] as const
export type Mode = (typeof modes)[number]

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export class ConfigFault extends Error {}

type Setting<T> = { readonly variable: string; readonly standard: string; readonly meaning: string; read(text: string): T | Expected }
class Expected {
  readonly what: string
  constructor(what: string) {
    this.what = what
  }
}

/** Every setting there is: one row each, read from the environment. `spean config` prints this table. */
export const settings: { readonly [K in keyof Config]: Setting<Config[K]> } = {
  state: {
    variable: 'SPEAN_STATE',
    standard: 'KH',
    meaning: 'whose instance this is: KH or TH',
    read: (text) => (isStateCode(text) && (text === 'KH' || text === 'TH') ? text : new Expected('KH or TH')),
  },
  home: {
    variable: 'SPEAN_HOME',
    standard: 'var',
    meaning: 'folder for everything this instance keeps: the database, the keys',
    read: (text) => (text.includes('\0') || text === '' ? new Expected('a folder') : isAbsolute(text) ? text : join(projectRoot, text)),
  },
  mode: {
    variable: 'SPEAN_MODE',
    standard: 'demonstration',
    meaning: 'demonstration: made-up people and staff whom anybody at this machine may become; service: real sign-in',
    read: (text) => modes.find((mode) => mode === text) ?? new Expected(modes.join(' or ')),
  },
  host: {
    variable: 'SPEAN_HOST',
    standard: '127.0.0.1',
    meaning: 'address to listen on; the demonstration takes only 127.0.0.1, ::1 or localhost',
    read: (text) => (isIP(text) !== 0 || text === 'localhost' ? text : new Expected('an IP address, or localhost')),
  },
  port: { variable: 'SPEAN_PORT', standard: '8080', meaning: 'HTTP port; 0 takes any free one', read: (text) => wholeNumber(text, 0, 65_535) },
  databaseUrl: {
    variable: 'DATABASE_URL',
    standard: '',
    meaning: 'postgres:// address of a server (Postgres 15 or newer); empty runs the embedded one',
    read: (text) => (text === '' || /^postgres(ql)?:\/\/./.test(text) ? text : new Expected('a postgres:// address')),
  },
  databasePort: {
    variable: 'SPEAN_DATABASE_PORT',
    standard: '0',
    meaning: 'loopback port of the embedded Postgres; 0 takes any free one',
    read: (text) => wholeNumber(text, 0, 65_535),
  },
  lanes: {
    variable: 'SPEAN_LANES',
    standard: '2',
    meaning: 'connections that record movements side by side',
    read: (text) => wholeNumber(text, 1, 32),
  },
  rememberedPasses: {
    variable: 'SPEAN_REMEMBERED_PASSES',
    standard: '16384',
    meaning: 'scanned passes kept in memory whose signature held, about 2 KB each; 0 checks every signature at every scan',
    read: (text) => wholeNumber(text, 0, 1_000_000),
  },
  logLevel: {
    variable: 'SPEAN_LOG',
    standard: 'warn',
    meaning: `how much to log: ${logLevels.join(', ')}`,
    read: (text) => logLevels.find((level) => level === text) ?? new Expected(`one of ${logLevels.join(', ')}`),
  },
  clockStart: {
    variable: 'SPEAN_CLOCK',
    standard: '',
    meaning: "trial only: the instant this instance's clock starts at; empty is the system's clock",
    read: (text) => (text === '' ? undefined : (parseInstant(text) ?? new Expected('an instant with an offset, as 2026-11-20T08:30+07:00'))),
  },
  origin: {
    variable: 'SPEAN_ORIGIN',
    standard: '',
    meaning: "the pages' address as browsers name it, https://…; empty is http://localhost and the port",
    read: (text) => (text === '' || isOrigin(text) ? text : new Expected('an origin, as https://pass.example (http only for localhost)')),
  },
  proxies: {
    variable: 'SPEAN_PROXIES',
    standard: '',
    meaning: 'addresses of reverse proxies in front, by commas: their X-Forwarded-For is believed, no other',
    read: (text) => (list(text).every((each) => isIP(each) !== 0) ? list(text) : new Expected('IP addresses, separated by commas')),
  },
  oidcFile: {
    variable: 'SPEAN_OIDC',
    standard: '',
    meaning: "file that lists the ministries' OpenID Connect providers; empty is none",
    read: aFile,
  },
  bakongUrl: {
    variable: 'SPEAN_BAKONG_URL',
    standard: '',
    meaning: "address of Bakong's payment look-up, https (http only on this machine); empty: fees are taken in cash alone",
    read: aService,
  },
  bakongTokenFile: { variable: 'SPEAN_BAKONG_TOKEN_FILE', standard: '', meaning: "file that holds Bakong's token", read: aFile },
  merchantsFile: {
    variable: 'SPEAN_MERCHANTS',
    standard: '',
    meaning: "file that lists each office's account and the name that payers see",
    read: aFile,
  },
  promptpayUrl: {
    variable: 'SPEAN_PROMPTPAY_URL',
    standard: '',
    meaning: "address of a Thai bank's look-up of paid bills, https (http only on this machine); empty: fees are taken in cash alone",
    read: aService,
  },
  promptpayTokenFile: { variable: 'SPEAN_PROMPTPAY_TOKEN_FILE', standard: '', meaning: "file that holds the Thai bank's token", read: aFile },
  promptpayClient: {
    variable: 'SPEAN_PROMPTPAY_CLIENT',
    standard: '',
    meaning: "the Thai bank's name of whoever asks (its resourceOwnerId)",
    read: (text) => (/^[\x21-\x7e]{0,100}$/.test(text) ? text : new Expected('up to 100 Latin letters, digits and signs without a space')),
  },
  billersFile: { variable: 'SPEAN_BILLERS', standard: '', meaning: "file that lists each office's biller number of PromptPay", read: aFile },
  smsUrl: {
    variable: 'SPEAN_SMS_URL',
    standard: '',
    meaning: 'address that messages to applicants are posted to, https (http only on this machine); empty: none are sent, no number is asked for',
    read: aService,
  },
  smsTokenFile: { variable: 'SPEAN_SMS_TOKEN_FILE', standard: '', meaning: "file that holds the message gateway's token", read: aFile },
  smsSender: {
    variable: 'SPEAN_SMS_SENDER',
    standard: '',
    meaning: 'name that phones show as the sender, up to 11 letters and digits; empty: the gateway chooses',
    read: (text) => (/^[A-Za-z0-9 ]{0,11}$/.test(text) ? text : new Expected('up to 11 letters, digits and spaces')),
  },
}

/** @throws ConfigFault with one clear line when a variable has a value it cannot have, or one of our names is misspelt. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = new Set(Object.values(settings).map((setting) => setting.variable))
  const stranger = Object.keys(environment).find((name) => name.startsWith('SPEAN_') && !known.has(name) && !name.startsWith('SPEAN_TEST_'))
  if (stranger) throw new ConfigFault(`${stranger} is not a setting of Spean; npx spean config lists them.`)
  const read = <K extends keyof Config>(key: K): Config[K] => {
    const setting: Setting<Config[K]> = settings[key]
    const text = environment[setting.variable] ?? setting.standard
    const value = setting.read(text)
    if (value instanceof Expected) throw new ConfigFault(`${setting.variable}=${shown(setting.variable, text)} cannot be used: give ${value.what}.`)
    return value
  }
  const config: Config = {
    state: read('state'),
    home: read('home'),
    mode: read('mode'),
    host: read('host'),
    port: read('port'),
    databaseUrl: read('databaseUrl'),
    databasePort: read('databasePort'),
    lanes: read('lanes'),
    rememberedPasses: read('rememberedPasses'),
    logLevel: read('logLevel'),
    clockStart: read('clockStart'),
    origin: read('origin'),
    proxies: read('proxies'),
    oidcFile: read('oidcFile'),
    bakongUrl: read('bakongUrl'),
    bakongTokenFile: read('bakongTokenFile'),
    merchantsFile: read('merchantsFile'),
    promptpayUrl: read('promptpayUrl'),
    promptpayTokenFile: read('promptpayTokenFile'),
    promptpayClient: read('promptpayClient'),
    billersFile: read('billersFile'),
    smsUrl: read('smsUrl'),
    smsTokenFile: read('smsTokenFile'),
    smsSender: read('smsSender'),
  }
  if (config.mode === 'demonstration' && !['127.0.0.1', '::1', 'localhost'].includes(config.host))
    throw new ConfigFault(
      `SPEAN_HOST=${config.host} cannot be used in the demonstration: anybody there could become anybody. Give 127.0.0.1, ::1 or localhost, or SPEAN_MODE=service.`,
    )
  return config
}

/** The table of settings as `spean config` prints it; a password in DATABASE_URL is never shown. */
export function describeSettings(environment: Readonly<Record<string, string | undefined>>): string {
  const rows = Object.values(settings).map(({ variable, standard, meaning }) => [
    variable,
    shown(variable, environment[variable] ?? standard) || '(empty)',
    shown(variable, standard) || '(empty)',
    meaning,
  ])
  const table = [['variable', 'value', 'default', 'meaning'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Is this the start of a folder we may write? Undefined when it is, else the reason. */
export function unwritable(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  }
}

function shown(variable: string, text: string): string {
  const line = text.replace(/\p{Cc}/gu, ' ')
  return variable === 'DATABASE_URL' ? line.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1:…@') : line
}

/** A file's path, from the project's folder when it is not absolute; empty is none. */
function aFile(text: string): string | Expected {
  if (text.includes('\0')) return new Expected('a file')
  return text === '' || isAbsolute(text) ? text : join(projectRoot, text)
}

function aService(text: string): string | Expected {
  return text === '' || isServiceAddress(text) ? text : new Expected('an https address, without a password, a query or a fragment')
}

/** https, or this machine itself: nothing else is asked with a token. */
function isServiceAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || `${url.username}${url.password}${url.search}${url.hash}` !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
}

const list = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || [])

/** Passkeys and __Host- cookies need https, or this machine's own name. */
function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.origin === text && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost'))
}

function wholeNumber(text: string, min: number, max: number): number | Expected {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : new Expected(`a whole number from ${min} to ${max}`)
}
