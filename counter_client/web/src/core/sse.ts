/**
 * One event stream over fetch: unlike EventSource it tells a refusal (401) from a cut line, hears every
 * kind of event without naming it, and can be closed and opened at will. Runs in a worker or a page.
 */
export type StreamEvent = { kind: string; id: string; data: string };
export type Link = { online: boolean; since: number | null; refused: boolean };

/** Split text of a stream into events; give it pieces as they arrive. */
export function eventParser(on: (event: StreamEvent) => void): (piece: string) => void {
  let rest = '', kind = '', id = '', data: string[] = [];
  const line = (text: string) => {
    if (text === '') {
      if (data.length) on({ kind: kind || 'message', id, data: data.join('\n') });
      kind = '';
      data = [];
    } else if (!text.startsWith(':')) {
      const colon = text.indexOf(':'), name = colon < 0 ? text : text.slice(0, colon);
      const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
      if (name === 'event') kind = value;
      else if (name === 'data') data.push(value);
      else if (name === 'id') id = value;
    }
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    lines.forEach(line);
  };
}

const SILENCE_MS = 40_000; // heartbeats come every 15 s
const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/** Keep a stream open for ever. Calls `onEvent` for each event, `onLink` when the link changes. */
export function openStream(url: string, onEvent: (event: StreamEvent) => void, onLink: (link: Link) => void) {
  let link: Link = { online: false, since: null, refused: false };
  let control: AbortController | null = null, lastId = '', tries = 0, closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined, silence: ReturnType<typeof setTimeout> | undefined;

  const tell = (online: boolean, refused = false) => {
    if (link.online === online && link.refused === refused && (online || link.since !== null)) return;
    link = { online, since: online ? null : (link.since ?? Date.now()), refused };
    onLink(link);
  };
  const listen = () => { clearTimeout(silence); silence = setTimeout(() => control?.abort(), SILENCE_MS); };
  const read = async (mine: AbortController) => {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastId) headers['Last-Event-ID'] = lastId;
    const answer = await fetch(url, { headers, signal: mine.signal, cache: 'no-store', credentials: 'same-origin' });
    if (!answer.ok || !answer.body) { tell(false, answer.status === 401 || answer.status === 403); return; }
    tries = 0;
    tell(true);
    const text = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const take = eventParser((event) => { if (event.id) lastId = event.id; onEvent(event); });
    for (let piece = await text.read(); !piece.done; piece = await text.read()) { listen(); take(piece.value); }
  };
  const open = () => {
    clearTimeout(retry);
    control?.abort();
    const mine = (control = new AbortController());
    listen();
    read(mine).catch(() => undefined).finally(() => {
      if (closed || mine !== control) return;
      tell(false, link.refused);
      retry = setTimeout(open, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
    });
  };
  open();
  return {
    /** Open anew from the start: a fresh snapshot comes. After signing in or out, and for a page that joins. */
    restart() { lastId = ''; tries = 0; open(); },
    /** The machine says its network came back: try at once. */
    wake() { tries = 0; open(); },
    /** The machine says its network is gone: the open socket would not notice. */
    cut() { control?.abort(); tell(false); },
    close() { closed = true; clearTimeout(retry); clearTimeout(silence); control?.abort(); },
    get link() { return link; },
  };
}
