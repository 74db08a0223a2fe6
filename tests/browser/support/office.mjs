// A real server on a fresh training centre (xã Nghiên Loan, the sample data), in a temporary folder, on
// a free port of loopback. Every process is ended by its own handle.
//
//     const office = await openOffice({ clock: '2026-03-10T07:30:00+07:00' });
//     const clerk = await office.as('tiepnhan1');          // signed in over the API
//     await clerk.post('/counters/Q1/call-next', {});      // a fresh idempotency key each time
//     await office.kill(); await office.start();           // a power cut; same port, same data
//     await office.close();
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { openSync, closeSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const BUILD = resolve(ROOT, process.env.MOTCUA_BUILD ?? 'build');
export const SERVER = join(BUILD, 'bin/queue_server');
const START_MS = 20_000;

/** One who asks over the API: signed in with a password, or a device by its token. */
export class Client {
  constructor(url, token) { Object.assign(this, { url, token }); }

  /** The raw answer. `headers` are added; a body is sent as JSON. */
  ask(method, path, body, headers = {}) {
    const sent = { ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), 'Accept-Language': 'vi', ...headers };
    return fetch(`${this.url}/api/v1${path}`, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  async #json(method, path, body, headers) {
    const answer = await this.ask(method, path, body, headers);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }

  get(path) { return this.#json('GET', path); }
  /** `version` becomes If-Match. */
  post(path, body, version) { return this.#change('POST', path, body, version); }
  put(path, body, version) { return this.#change('PUT', path, body, version); }
  patch(path, body, version) { return this.#change('PATCH', path, body, version); }
  delete(path) { return this.#change('DELETE', path); }
  #change(method, path, body, version) {
    return this.#json(method, path, body, { 'Idempotency-Key': randomUUID(), ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) });
  }
}

class Office {
  constructor(folder, options) { Object.assign(this, { folder, options, passwords: {}, process: null, url: null }); }

  prepare(clock) {
    const made = spawnSync('sh', [join(ROOT, 'queue_server/sample/make_centre.sh'), SERVER, this.data, join(ROOT, 'queue_server/sample'), clock], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`the sample centre was not made:\n${made.stdout}${made.stderr}`);
    for (const [, account, password] of made.stdout.matchAll(/^(\w+) +(\S+)  /gm)) this.passwords[account] = password;
  }

  get data() { return join(this.folder, 'data'); }

  /** Serve; again on the port of the last time, so that open pages find it. */
  async start() {
    const log = openSync(join(this.folder, 'messages'), 'a');
    const listen = this.url ? new URL(this.url).host : '127.0.0.1:0';
    const child = spawn(SERVER, ['serve', '--data', this.data, '--listen', listen, ...this.options], { stdio: ['ignore', 'pipe', log] });
    closeSync(log);
    this.process = child;
    this.ended = new Promise((done) => child.once('exit', done));
    this.url = await new Promise((ready, fail) => {
      const late = setTimeout(() => fail(new Error(`the server did not start:\n${this.messages()}`)), START_MS);
      this.ended.then(() => fail(new Error(`the server ended:\n${this.messages()}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /listening on (http:\S+)/.exec(line);
        if (found) { clearTimeout(late); ready(found[1]); }
      });
    });
  }

  messages() { return readFileSync(join(this.folder, 'messages'), 'utf8'); }
  async stop() { this.process.kill('SIGTERM'); await this.ended; }
  /** As a power cut would: nothing is finished. */
  async kill() { this.process.kill('SIGKILL'); await this.ended; }

  /** Signed in with one of the sample accounts; an anonymous client without a name. */
  async as(account) {
    if (!account) return new Client(this.url);
    const answer = await new Client(this.url).ask('POST', '/session', { account, password: this.passwords[account] });
    if (!answer.ok) throw new Error(`${account}: ${answer.status} ${await answer.text()}`);
    return new Client(this.url, (await answer.json()).token);
  }

  /** Set the training clock, forward only. rate 0: it stands still. */
  async clock(now, rate = 0) {
    this.admin ??= await this.as('quantri');
    return this.admin.put('/training/clock', { now, rate });
  }

  async close() {
    if (this.process?.exitCode === null && this.process.signalCode === null) await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** clock: where the training clock stands at first; options: more words for `serve`. */
export async function openOffice({ clock = '2026-03-10T07:30:00+07:00', options = [] } = {}) {
  const office = new Office(mkdtempSync(join(tmpdir(), 'motcua-browser-')), options);
  office.prepare(clock);
  await office.start();
  return office;
}
