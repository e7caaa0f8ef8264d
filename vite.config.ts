import { join } from 'node:path'
import { defineConfig } from 'vite'

const web = join(import.meta.dirname, 'src', 'web')

export default defineConfig({
  root: web,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures stay files: data: addresses would count in every page.
    assetsInlineLimit: 0,
    // The desk is one bundle for an office's own machine; the light pages have a budget of their own, tested.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // 'use client' marks a library's server components; we have none, and a thousand warnings would hide a real one.
      onwarn: (warning, tell) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(warning)),
      input: { public: join(web, 'public.html'), gate: join(web, 'gate.html'), desk: join(web, 'desk.html'), account: join(web, 'account.html') },
    },
  },
  worker: { format: 'es' },
})
