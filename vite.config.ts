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
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { public: join(web, 'public.html'), gate: join(web, 'gate.html'), desk: join(web, 'desk.html') },
    },
  },
  worker: { format: 'es' },
})
