import { Search as SearchIcon } from 'lucide-static';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon';
import { dossierHalf } from './dossier';
import type { Found } from './half';
import { serviceName, tickets } from './queue';
import { dialog } from './store';
import { t } from './texts';

const PAUSE_MS = 200;
const SHOWN = 12;
export const FIND_ID = 'find';

/** Tickets whose number begins so. */
const findTickets = (text: string): Found[] => [...tickets.value.values()].filter((x) => x.number.toLowerCase().startsWith(text.toLowerCase()))
  .slice(0, 5).map((x) => ({ id: x.id, title: x.number, detail: serviceName(x.service), open: () => (dialog.value = { ticket: x.id }) }));

/** `/`: dossiers by code, name or personal number, tickets by number. Arrows choose, Enter opens. */
export function Search() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [at, setAt] = useState(0);
  const asked = useRef('');
  const asking = text.trim();
  useEffect(() => {
    asked.current = asking;
    if (!asking) return setFound(null);
    const timer = setTimeout(async () => {
      const dossiers = await dossierHalf.search(asking).catch(() => []);
      if (asked.current !== asking) return; // typed on meanwhile
      setFound([...findTickets(asking), ...dossiers].slice(0, SHOWN));
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
      <Icon of={SearchIcon} />
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
