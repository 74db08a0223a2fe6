/** One field that finds things as one types: arrows choose, Enter opens, Escape leaves. */
import { Search } from 'lucide-static';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

const PAUSE_MS = 200;
const MOST_CHARACTERS = 60; // that the server looks for
export const FIND_ID = 'find';

export type Found = { id: string; title: string; detail: string; open: () => void };
type Texts = (key: 'find' | 'findLabel' | 'found' | 'foundNone', values?: { text: string }) => string;

/** `search` finds what the text names, null when it is too short to ask; when it fails nothing is found. */
export function SearchBox({ t, search }: { t: Texts; search: (text: string) => Promise<readonly Found[]> | null }) {
  const [text, setText] = useState(''), [found, setFound] = useState<readonly Found[] | null>(null), [at, setAt] = useState(0);
  const asked = useRef(''), asking = text.trim().normalize('NFC').slice(0, MOST_CHARACTERS);
  useEffect(() => {
    asked.current = asking;
    if (!asking) return setFound(null);
    const timer = setTimeout(async () => {
      const answer = await search(asking)?.catch(() => []);
      if (asked.current !== asking) return; // typed on meanwhile
      setFound(answer ?? null);
      setAt(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  const close = () => { setText(''); setFound(null); };
  const open = (one: Found | undefined) => { if (one) { close(); document.getElementById(FIND_ID)?.blur(); one.open(); } };
  const keydown = (e: KeyboardEvent) => {
    if (e.isComposing) return;
    if (e.key === 'Escape') { close(); (e.currentTarget as HTMLElement).blur(); } else if (e.key === 'Enter') open(found?.[at]);
    else if (e.key === 'ArrowDown' && found) setAt(Math.min(at + 1, found.length - 1));
    else if (e.key === 'ArrowUp' && found) setAt(Math.max(at - 1, 0));
    else return;
    e.preventDefault();
  };
  return (
    <div class="find" role="search">
      <Icon of={Search} />
      <input id={FIND_ID} type="text" role="combobox" autocomplete="off" spellcheck={false} aria-label={t('findLabel')} placeholder={t('find')} aria-keyshortcuts="/" aria-expanded={found !== null} aria-controls="found"
        aria-autocomplete="list" {...(found?.[at] ? { 'aria-activedescendant': `found-${at}` } : {})} value={text} onInput={(e) => setText(e.currentTarget.value)} onKeyDown={keydown} />
      <span class="kbd" aria-hidden="true">/</span>
      {found && (
        <ul class="found" id="found" role="listbox" aria-label={t('found')}>
          {found.map((f, i) => (
            <li key={f.id} id={`found-${i}`} role="option" aria-selected={i === at} onPointerDown={(e) => { e.preventDefault(); open(f); }}><b>{f.title}</b><span>{f.detail}</span></li>
          ))}
          {found.length === 0 && <li class="none" role="option" aria-selected="false">{t('foundNone', { text: asking })}</li>}
        </ul>
      )}
    </div>
  );
}
