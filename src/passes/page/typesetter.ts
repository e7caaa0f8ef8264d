import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { PageError } from './page-error.ts'
import type { PageJob } from './pass-page.ts'

export type Typesetter = {
  /** A PDF/A of the job's pages. Throws PageError `typst` on any error or warning of the typesetter, so also on an unknown font. */
  readonly typeset: (template: string, job: PageJob) => Uint8Array<ArrayBuffer>
  /** The same page as a drawing of paths alone, for eyes and for tests that read what was printed. */
  readonly draw: (template: string, job: PageJob) => string
}

/**
 * Runs in the worker process only: a broken drawing can end the whole process. The fonts are the shipped files.
 */
export function openTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: [ocrB, ...fontFiles.map((file) => require.resolve(file))].map((file) => readFileSync(file)) }],
  })
  function compiled<T>(template: string, job: PageJob, use: (document: NodeTypstDocument) => T): T {
    try {
      for (const file of job.files) compiler.mapShadow(`${workspace}/${file.path}`, Buffer.from(file.bytes))
      const result = compiler.compile({ mainFileContent: template, inputs: { page: job.input } })
      const trouble = result.takeError() ?? result.takeWarnings()
      if (trouble) throw new PageError('typst', messagesOf(trouble.shortDiagnostics))
      const document = result.result
      if (!document || !fits(document.numOfPages, job))
        throw new PageError('typst', `${document?.numOfPages ?? 0} pages instead of ${JSON.stringify(job.pages)}`)
      return use(document)
    } finally {
      compiler.resetShadow()
      // What the next job does not use again is forgotten: the ground and the fonts stay, names and photos do not.
      compiler.evictCache(1)
    }
  }
  return {
    typeset: (template, job) =>
      compiled(
        template,
        job,
        (document) => new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2a', pdfTags: true, creationTimestamp: job.createdAtEpochSeconds })),
      ),
    draw: (template, job) => compiled(template, job, (document) => compiler.plainSvg(document)),
  }
}

const fits = (pages: number, { pages: wanted }: PageJob): boolean => (typeof wanted === 'number' ? pages === wanted : pages <= wanted.atMost)

const require = createRequire(import.meta.url)
// Nothing is read from it: the template is handed over as text, the drawings as shadow files.
const workspace = '/spean-page'
/** The machine-readable zone's own: on no package, so it lies here (data/LICENSES.md). */
const ocrB = new URL('ocr-b.otf', import.meta.url)
const fontFiles = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
  '@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  '@expo-google-fonts/moul/400Regular/Moul_400Regular.ttf',
]

// `unknown` because the library says `any`: a list of { message, … }.
function messagesOf(diagnostics: unknown): string {
  if (!Array.isArray(diagnostics)) return 'no message'
  return diagnostics.map((diagnostic: { message?: unknown }) => String(diagnostic.message)).join('; ')
}
