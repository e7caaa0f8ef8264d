import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Evidence } from '../../passes/evidence.rules.ts'
import { checkEvidence, rootPinOf, type StepAnswer, steps } from '../../passes/evidence-check.ts'
import { parseEvidence } from '../../passes/evidence-form.ts'
import type { Config } from '../../platform/config.ts'

/** Where the command writes; tests give their own. */
export type EvidenceStreams = { print(line: string): void; complain(line: string): void }

const usage = 'usage: spean pass evidence NUMBER [--out FILE] | --file FILE [--root-pin HEX]'
const exits = { held: 0, failed: 1, fault: 2 } as const

/**
 * `spean pass evidence`: who signed a pass, when and under what, checked step by step, a line each. With NUMBER it reads this instance's database;
 * with `--file` it needs nothing but the file. Exit 0 when every step held, 1 when one failed, 2 with one line of complaint if it could not begin.
 */
export async function passEvidence(args: readonly string[], config: Config, streams: EvidenceStreams = processStreams): Promise<number> {
  const request = parseRequest(args)
  if (typeof request === 'string') return complain(streams, request)
  if ('number' in request) return ofDatabase(request, config, streams)
  const text = readText(request.file)
  if (text === undefined) return complain(streams, `${request.file} cannot be read`)
  const evidence = parseEvidence(text)
  if (typeof evidence === 'string') {
    streams.print(`FAILED  form       this file is no evidence: ${evidence}`)
    return exits.failed
  }
  return show(evidence, await checkEvidence(evidence, { rootPin: request.rootPin }), request.rootPin, streams)
}

type Request = { readonly number: string; readonly out: string | undefined } | { readonly file: string; readonly rootPin: string | undefined }

/** The request, or why it is none. */
function parseRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, file: { type: 'string' }, 'root-pin': { type: 'string' } },
      allowPositionals: true,
    })
    const [number, ...more] = positionals
    const { out, file, 'root-pin': rootPin } = values
    if (rootPin !== undefined && !/^[0-9a-f]{64}$/i.test(rootPin)) return '--root-pin is the SHA-256 of the root’s key: 64 hex digits'
    if (file !== undefined && number === undefined && out === undefined) return { file, rootPin }
    const isNumber = number !== undefined && /^[A-Z0-9]{1,16}$/i.test(number) && more.length === 0
    return isNumber && file === undefined && rootPin === undefined ? { number: number.toUpperCase(), out } : usage
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; ${usage}`
  }
}

async function ofDatabase({ number, out }: { number: string; out: string | undefined }, config: Config, streams: EvidenceStreams): Promise<number> {
  // Only here: a file alone is checked without a database's libraries.
  const { connectDatabase } = await import('../instance.ts')
  const { evidenceOf } = await import('../../passes/evidence.ts')
  const connected = await connectDatabase(config)
  try {
    const found = await connected.asMigrator((database) => database.query.transaction().execute((tx) => evidenceOf(tx, number)))
    if (!found.ok)
      return complain(
        streams,
        found.refusal.code === 'pass.not-here'
          ? `no pass ${number} was issued here`
          : `pass ${number} was signed before lists that open one pass alone: there is no evidence of this form`,
      )
    if (out !== undefined) writeFileSync(out, `${JSON.stringify(found.value, null, 2)}\n`, { mode: 0o600 })
    const pin = ownRootPin(config)
    return show(found.value, await checkEvidence(found.value, { rootPin: pin }), pin, streams)
  } finally {
    await connected.close()
  }
}

/** The root in this instance's own keys folder: what a file has to be told. */
function ownRootPin({ home, state }: Config): string | undefined {
  const file = join(home, 'keys', state, 'root.crt.pem')
  return existsSync(file) ? rootPinOf(new X509Certificate(readFileSync(file)).raw) : undefined
}

function show(evidence: Evidence, answers: readonly StepAnswer[], rootPin: string | undefined, { print }: EvidenceStreams): number {
  for (const { step, fault } of answers)
    print(`${fault === undefined ? 'held  ' : 'FAILED'}  ${step.padEnd(9)}  ${steps[step]}${fault === undefined ? '' : `: ${fault}`}`)
  if (answers.some(({ fault }) => fault !== undefined)) {
    print(`Pass ${evidence.number}: this evidence does NOT hold.`)
    return exits.failed
  }
  const { signer, signedAt, mandate } = evidence.statement
  print(
    `Pass ${evidence.number}: signed by ${signer.name} (${signer.role}, ${signer.place}) at ${signedAt}, under ${mandate.id} of ${mandate.instrument}.`,
  )
  if (rootPin === undefined)
    print(
      `The root's key was not pinned: compare ${rootPinOf(Buffer.from(evidence.certificates.root, 'base64url'))} with the published one, or give it with --root-pin.`,
    )
  return exits.held
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function complain(streams: EvidenceStreams, sentence: string): number {
  streams.complain(`spean pass evidence: ${sentence.replaceAll(/\s+/g, ' ')}`)
  return exits.fault
}

const processStreams: EvidenceStreams = { print: (line) => console.log(line), complain: (line) => console.error(line) }
