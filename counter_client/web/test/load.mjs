// Bundle one module of src/ for node and import it: what node has no types for, esbuild takes away.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${path}`, import.meta.url))], bundle: true, write: false, format: 'esm', platform: 'node',
    define: { LIVE_WORKER: '""' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
