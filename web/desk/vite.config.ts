import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** antd marks its files 'use client' for servers; here that means nothing. */
const quiet = (
  level: 'debug' | 'info' | 'warn',
  log: { readonly code?: string },
  show: (level: 'debug' | 'info' | 'warn', log: never) => void,
): void => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log as never);
};

export default defineConfig({
  root,
  base: '/',
  resolve: { alias: [{ find: /^#(domain|web)\//, replacement: `${project}$1/` }] },
  build: {
    outDir: `${project}dist/desk`,
    emptyOutDir: true,
    target: 'es2020',
    assetsDir: 'assets',
    reportCompressedSize: false,
    rolldownOptions: { onLog: quiet },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
