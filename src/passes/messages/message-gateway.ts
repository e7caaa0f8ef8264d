import { readFileSync } from 'node:fs'
import { askJson, askLimits, given, tokenForm } from '../../payments/bank/ask-json.ts'
import { type Config, ConfigFault } from '../../platform/config.ts'
import { type GatewayWord, gatewayWordOf } from './message.rules.ts'

/** `id`: the same message to the same number has the same one at every try; a gateway that knows it sends nothing again. */
export type ToSend = { readonly id: string; readonly to: string; readonly text: string }
/** `why`: of what was not taken, without a word of what was sent. */
export type Sent = { readonly word: GatewayWord; readonly why: string }

/** A way to reach a phone. One of another make is another one of these, and nothing else changes. */
export interface MessageGateway {
  /** Never throws: a gateway that is away is an answer. */
  send(message: ToSend, limits: { readonly patienceMs: number }): Promise<Sent>
}

/** Posts each message as JSON. The token is read at each message, so that a renewed one counts at once. */
export function httpMessageGateway({ url, token, sender }: { url: string; token: () => string; sender: string }): MessageGateway {
  const address = new URL(url)
  return {
    async send({ id, to, text }, { patienceMs }) {
      const secret = given(token)
      if (secret === undefined) return { word: 'later', why: 'token' }
      const body = { id, to, text, ...(sender !== '' && { sender }) }
      const asked = await askJson(address, secret, body, { ...askLimits, patienceMs, headers: { 'idempotency-key': id } })
      // Whatever it says beside its status is not read: a long answer is the gateway's yes or no all the same only if the status came.
      return asked.ok ? { word: gatewayWordOf(asked.status), why: `status ${asked.status}` } : { word: 'later', why: asked.why }
    },
  }
}

/** For the demonstration: takes every message, and sends it nowhere. */
export const madeUpMessageGateway: MessageGateway = { send: async () => ({ word: 'taken', why: 'made-up' }) }

export type MessageSettings = Pick<Config, 'smsUrl' | 'smsTokenFile' | 'smsSender'>
/** The gateway that the settings name; undefined: nothing is sent. @throws ConfigFault when they name half of one. */
export function messageGatewayOf({ smsUrl, smsTokenFile, smsSender }: MessageSettings): MessageGateway | undefined {
  if (smsUrl === '') return undefined
  if (smsTokenFile === '') throw new ConfigFault('SPEAN_SMS_URL needs SPEAN_SMS_TOKEN_FILE too.')
  const token = () => readFileSync(smsTokenFile, 'utf8').trim()
  try {
    if (!tokenForm.test(token())) throw new Error('it holds no token')
  } catch (error) {
    throw new ConfigFault(`SPEAN_SMS_TOKEN_FILE cannot be used: ${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}`)
  }
  return httpMessageGateway({ url: smsUrl, token, sender: smsSender })
}
