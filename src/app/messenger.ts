import type { OperatingParameters } from '../instruments/operating-parameters.ts'
import type { Instant } from '../kernel/time.ts'
import { madeUpMessageGateway, messageGatewayOf } from '../passes/messages/message-gateway.ts'
import type { MessagesUse } from '../passes/messages/messages.api.ts'
import { startMessenger } from '../passes/messages/send-messages.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'

export type OpenMessenger = { readonly use: MessagesUse; close(): void }

type Options = { readonly database: Database; readonly now: () => Instant; readonly parameters: OperatingParameters }

/** Messages to applicants, by the gateway that the settings name. A demonstration never uses one: its people are made up, a number typed there may be somebody's. */
export function openMessenger(config: Config, options: Options): OpenMessenger {
  const named = messageGatewayOf(config)
  const isShown = config.mode === 'demonstration'
  const gateway = isShown ? madeUpMessageGateway : named
  return { use: isShown ? 'demonstration' : named ? 'on' : 'off', close: startMessenger({ ...options, gateway }) }
}
