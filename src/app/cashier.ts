import { type Law, lawOn } from '../instruments/law.rules.ts'
import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode, StateCode } from '../kernel/code.ts'
import { type CivilDate, epochMs, type Instant } from '../kernel/time.ts'
import { bakongGateway } from '../payments/bank/bakong-gateway.ts'
import type { Billers } from '../payments/bank/billers.ts'
import { type MadeUpBank, openMadeUpBank } from '../payments/bank/made-up-bank.ts'
import type { Merchants } from '../payments/bank/merchants.ts'
import { gatewayOf } from '../payments/bank/named-gateway.ts'
import type { PaymentGateway } from '../payments/bank/payment-gateway.ts'
import { promptPayGateway } from '../payments/bank/promptpay-gateway.ts'
import type { SplitOn } from '../payments/close-day.ts'
import type { DayServices } from '../payments/day.routes.ts'
import { startWatch } from '../payments/watch-payments.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { applicationHooks, chargeOfApplication } from './payments-of-passes.ts'

export type Cashier = { readonly payments: DayServices; readonly bank: MadeUpBank | undefined; stopWatch(): void; close(): Promise<void> }

type CashierOptions = {
  readonly database: Database
  readonly now: () => Instant
  readonly parameters: OperatingParameters
  readonly law: Law
  readonly offices: readonly AreaCode[]
}

/** Payments, wired to applications; with the bank that the settings name, and in a demonstration that names none with a made-up one. */
export async function openCashier(config: Config, { database, now, parameters, law, offices }: CashierOptions): Promise<Cashier> {
  const named = gatewayOf(config, () => epochMs(now()))
  const madeUp = named === undefined && config.mode === 'demonstration'
  const bank = madeUp ? await openMadeUpBank({ now: () => epochMs(now()) }) : undefined
  const gateway = bank ? madeUpGateway(config.state, bank, offices, () => epochMs(now())) : named
  const payments: DayServices = {
    database,
    now,
    parameters,
    findCharge: chargeOfApplication,
    hooks: applicationHooks(now),
    gateway,
    splitOn: splitBy(law, config.state),
  }
  const stopWatch = startWatch(payments)
  return {
    payments,
    bank,
    stopWatch,
    async close() {
      stopWatch()
      await bank?.close()
    },
  }
}

/** The made-up bank, asked as each state's banks are. */
function madeUpGateway(state: StateCode, { url, token }: MadeUpBank, offices: readonly AreaCode[], now: () => number): PaymentGateway {
  if (state === 'KH') return bakongGateway({ url, token: () => token, merchants: madeUpMerchants(offices) })
  return promptPayGateway({ url, token: () => token, client: 'made-up', billers: madeUpBillers(offices), now })
}

/** Whose the fees are, by the law of that day; where no text divides them, the office's. */
const splitBy =
  (law: Law, state: StateCode): SplitOn =>
  (day: CivilDate) => {
    const split = lawOn(law, 'fee.split', state, day)
    const { officePercent, provincePercent } = split?.value ?? { officePercent: 100, provincePercent: 0 }
    return { office: officePercent * 10, province: provincePercent * 10, instrument: split?.instrument ?? law.instrument }
  }

const madeUpMerchants = (offices: readonly AreaCode[]): Merchants =>
  new Map(
    offices.map((office) => [
      office,
      {
        receiver: { kind: 'merchant', account: `office_${office.slice(3)}@devb`, merchantId: office.replace(':', ''), acquiringBank: 'Made-up Bank' },
        name: `One Window ${office.slice(3)}`,
        city: 'Made up',
        category: '9399',
      } as const,
    ]),
  )

/** Fifteen digits of nobody: the office's own at the end. */
const madeUpBillers = (offices: readonly AreaCode[]): Billers => new Map(offices.map((office) => [office, office.slice(3).padStart(15, '0')]))
