import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { AreaCode, InstrumentId } from '../kernel/code.ts'
import { borderZone, type CivilDate, type ClockTime, epochMs, type Instant, instantAt } from '../kernel/time.ts'
import { bakongGateway, gatewayOf } from '../payments/bank/bakong-gateway.ts'
import { type MadeUpBank, openMadeUpBank } from '../payments/bank/made-up-bank.ts'
import type { Merchants } from '../payments/bank/merchants.ts'
import type { SplitOn } from '../payments/close-day.ts'
import type { DayServices } from '../payments/day.routes.ts'
import { startWatch } from '../payments/watch-payments.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { applicationHooks, chargeOfApplication } from './payments-of-passes.ts'

export type Cashier = { readonly payments: DayServices; readonly bank: MadeUpBank | undefined; close(): Promise<void> }

/** Payments, wired to applications; with the bank that the settings name, and in a demonstration that names none with a made-up one. */
export async function openCashier(
  config: Config,
  { database, now, parameters, offices }: { database: Database; now: () => Instant; parameters: OperatingParameters; offices: readonly AreaCode[] },
): Promise<Cashier> {
  const named = gatewayOf(config)
  const madeUp = named === undefined && config.mode === 'demonstration' && config.state === 'KH'
  const bank = madeUp ? await openMadeUpBank({ now: () => epochMs(now()) }) : undefined
  const gateway = bank ? bakongGateway({ url: bank.url, token: () => bank.token, merchants: madeUpMerchants(offices) }) : named
  const payments: DayServices = {
    database,
    now,
    parameters,
    findCharge: chargeOfApplication,
    hooks: applicationHooks(now),
    gateway,
    splitOn: splitBy(parameters),
  }
  const stopWatch = startWatch(payments)
  return {
    payments,
    bank,
    async close() {
      stopWatch()
      await bank?.close()
    },
  }
}

/** Whose the fees are, as the operating parameters say it on that day. */
const splitBy =
  (parameters: OperatingParameters): SplitOn =>
  (day: CivilDate) => {
    const office = parameters('fee.office-thousandths', instantAt(day, '00:00' as ClockTime, borderZone))
    return { office, province: 1000 - office, instrument: 'spean/operating-parameters' as InstrumentId }
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
