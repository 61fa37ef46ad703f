import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** The phone runs the same TSX on Preact: 8 KB instead of 61. Drop the aliases to go back to React. */
const preact = [
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: 'react-dom', replacement: 'preact/compat' },
  { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
  { find: 'react/jsx-dev-runtime', replacement: 'preact/jsx-dev-runtime' },
  { find: /^react$/, replacement: 'preact/compat' },
];

/** Reading and acting need a tenth of the library the desk uses. */
const query = { find: /^@tanstack\/react-query$/, replacement: `${root}query.tsx` };

/** Writes sw.js with the list of what was built and a version made of it, so that a new build is a new cache. */
const offlineStart: Plugin = {
  name: 'offline-start',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter((name) => !name.endsWith('.map') && !name.endsWith('.html'));
    const html = bundle['index.html'];
    const version = createHash('sha256')
      .update(files.join())
      .update(html && 'source' in html ? html.source : '')
      .digest('hex')
      .slice(0, 12);
    const source = readFileSync(`${root}sw.js`, 'utf8');
    const list = ['/m/', '/m/icon.svg', '/m/manifest.webmanifest', ...files.map((name) => `/m/${name}`)];
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: source.replace('__VERSION__', version).replace("['__FILES__']", JSON.stringify(list)),
    });
  },
};

/**
 * What the first page needs is one file: on a weak mast each request costs more than its bytes, and a browser asks for six at once.
 * Pages that come later import from it.
 */
function firstPage(id: string, modules: { getModuleInfo(id: string): ModuleLinks | null }): string | null {
  if (firstModules.size === 0) {
    const reach = (module: string): void => {
      if (firstModules.has(module)) return;
      firstModules.add(module);
      for (const next of modules.getModuleInfo(module)?.importedIds ?? []) reach(next);
    };
    reach(`${root}main.tsx`);
  }
  return firstModules.has(id) ? 'first' : null;
}

interface ModuleLinks {
  readonly importedIds: readonly string[];
}

const firstModules = new Set<string>();

export default defineConfig({
  root,
  base: '/m/',
  plugins: [offlineStart],
  resolve: { alias: [{ find: /^#(domain|web)\//, replacement: `${project}$1/` }, query, ...preact] },
  worker: { format: 'es' },
  build: {
    outDir: `${project}dist/phone`,
    emptyOutDir: true,
    target: 'es2020',
    assetsDir: 'assets',
    reportCompressedSize: false,
    // Libraries mark their parts 'use client' for a server that does not exist here.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: firstPage }] } },
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
});
