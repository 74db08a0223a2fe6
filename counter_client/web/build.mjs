// node build.mjs OUT [--dev]: the screens, into OUT.
//
// OUT/manifest.txt is what the server reads: one line a file, TAB between path, type, i(mmutable) or
// r(evalidate), ETag, size, size of .gz, size of .br (0: there is none).
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { voiceFiles } from './tools/clips.mjs';

const out = resolve(process.argv[2] ?? 'dist');
const dev = process.argv.includes('--dev');
process.chdir(fileURLToPath(new URL('.', import.meta.url)));

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css',
  '.txt': 'text/plain', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.wav': 'audio/wav',
  '.png': 'image/png', '.json': 'application/json', '.map': 'application/json',
};
/** An icon is drawn from what stands inside its <svg>: comments, attributes and blanks around it are left out. */
const icons = { name: 'icons', setup: ({ onLoad }) => onLoad({ filter: /lucide-static.*icons.*\.m?js$/ }, ({ path }) => {
  const text = readFileSync(path, 'utf8'), inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(text);
  if (!inner) throw new Error(`${path}: no icon in it`);
  return { contents: text.replace(/`[\s\S]*`/, () => JSON.stringify(inner[1].replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim())) };
}) };
const COMMON = {
  plugins: [icons], absWorkingDir: process.cwd(), outdir: out, publicPath: '/', metafile: true, write: false, bundle: true,
  format: 'esm', target: 'es2022', charset: 'utf8', minify: !dev, sourcemap: dev && 'linked',
  entryNames: 'a/[name]-[hash]', assetNames: 'a/[name]-[hash]',
  loader: { '.woff2': 'file', '.wav': 'file', '.svg': 'file', '.png': 'file' },
};

/** Everything to be written: path below OUT, without a leading slash -> bytes. */
const files = new Map();
/** Packages whose code or data went into a file: their licences are shown. */
const packages = new Set();

async function bundle(options) {
  const { metafile, outputFiles } = await build({ ...COMMON, ...options });
  for (const f of outputFiles) files.set(relative(out, f.path), Buffer.from(f.contents));
  for (const path of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (found) packages.add(found[1]);
  }
  return Object.entries(metafile.outputs).filter(([, o]) => o.entryPoint)
    .map(([js, o]) => ({ entry: o.entryPoint, js: relative(out, resolve(js)), css: o.cssBundle && relative(out, resolve(o.cssBundle)) }));
}

// The shared worker holds the one event stream of all tabs; its hashed name is told to the screens.
const [worker] = await bundle({ entryPoints: [{ in: 'src/core/live-worker.ts', out: 'live-worker' }] });
// The maker of QR codes is loaded later, by its hashed name too.
const [qr] = await bundle({ entryPoints: [{ in: 'src/core/qr.ts', out: 'qr' }] });
/** The screens that one page carries, and its title before the script sets it. The citizens' pages are written by the server, which
 * finds js and css in the manifest. */
const TITLES = {
  kiosk: 'Lấy số', board: 'Bảng gọi số', 'board-settings': 'Cài đặt bảng gọi số', counter: 'Quầy', cashier: 'Thu ngân', scans: 'Số hóa giấy tờ', petitions: 'Phản ánh, kiến nghị', manager: 'Điều hành', admin: 'Quản trị',
};
const carrier = readFileSync('src/page.html', 'utf8');
for (const mark of ['<!--title-->', '<!--head-->'])
  if (carrier.split(mark).length !== 2) throw new Error(`page.html: wants one ${mark}`);
// One build a screen: nothing is shared, and only what a screen imports lazily (its English) is a file of its own.
const screens = [];
for (const s of readdirSync('src/screens').filter((s) => existsSync(`src/screens/${s}/main.tsx`)))
  screens.push(...(await bundle({
    entryPoints: [{ in: `src/screens/${s}/main.tsx`, out: s }], splitting: true, chunkNames: 'a/[name]-[hash]',
    define: { LIVE_WORKER: JSON.stringify('/' + worker.js), QR_MODULE: JSON.stringify('/' + qr.js) },
  })).filter(({ entry }) => entry === `src/screens/${s}/main.tsx`));
for (const { entry, js, css } of screens) {
  const screen = entry.split('/')[2];
  if (!TITLES[screen]) continue;
  const head = `${css ? `<link rel="stylesheet" href="/${css}">` : ''}<script type="module" src="/${js}"></script>`;
  files.set(`${screen}.html`, Buffer.from(carrier.replace('<!--title-->', TITLES[screen]).replace('<!--head-->', head)));
}
for (const [name, path] of voiceFiles('gen/audio', 'public/audio')) files.set(`audio/${name}`, readFileSync(path));
for (const name of existsSync('public') ? readdirSync('public', { recursive: true }) : [])
  if (TYPES[extname(name)] && !name.startsWith('audio')) files.set(name, readFileSync(join('public', name)));

// The service worker keeps pages and hashed files, so that a screen opens while the server is away.
const shell = [...files.keys()].filter((f) => /\.(html|js|css|woff2)$/.test(f)).map((f) => '/' + f.replace(/\.html$/, ''));
const version = createHash('sha256').update(shell.join()).digest('hex').slice(0, 12);
await bundle({
  entryPoints: [{ in: 'src/sw.ts', out: 'sw' }], entryNames: '[name]',
  define: { SHELL: JSON.stringify(shell), SHELL_VERSION: JSON.stringify(version) },
});

const licence = (p) => ['LICENSE', 'LICENSE.md', 'LICENCE'].map((n) => `node_modules/${p}/${n}`).find(existsSync);
if (packages.size) files.set('licences.txt', Buffer.from([...packages].sort().map((p) => {
  if (!licence(p)) throw new Error(`${p}: no licence found`);
  return `${p}\n${readFileSync(licence(p), 'utf8')}`;
}).join('\n')));

rmSync(out, { recursive: true, force: true });
const put = (name, data) => {
  mkdirSync(dirname(join(out, name)), { recursive: true });
  writeFileSync(join(out, name), data);
  return data.length;
};
const packed = (name, extension, data, z) => (z.length < data.length ? put(name + extension, z) : 0);
const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, data]) => {
  const type = TYPES[extname(name)];
  if (!type) throw new Error(`${name}: no type known for it`);
  const small = dev || /\.(woff2|png|wav)$/.test(name)
    ? [0, 0] : [packed(name, '.gz', data, gzipSync(data, { level: 9 })), packed(name, '.br', data, brotliCompressSync(data))];
  const etag = createHash('sha256').update(data).digest('hex').slice(0, 16);
  return ['/' + name, type, name.startsWith('a/') ? 'i' : 'r', etag, put(name, data), ...small].join('\t');
});
put('manifest.txt', lines.join('\n') + '\n');
