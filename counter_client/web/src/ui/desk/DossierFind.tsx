/** `/`: a dossier by code, name or number. Arrows choose, Enter opens. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Search } from 'lucide-static';
import { api, type Schemas } from '../../core/api';
import { Icon } from '../Icon';
import { t } from './texts';

const PAUSE_MS = 200;
export const FIND_ID = 'find';

export function DossierFind({ open }: { open: (id: string) => void }) {
  const [text, setText] = useState(''), [found, setFound] = useState<readonly Schemas['DossierSummary'][] | null>(null), [at, setAt] = useState(0);
  const asked = useRef(''), asking = text.trim().normalize('NFC').slice(0, 60);
  useEffect(() => {
    asked.current = asking;
    if (asking.length < 2) return setFound(null);
    const timer = setTimeout(async () => {
      const { data } = await api.GET('/dossiers', { params: { query: { q: asking, limit: 8 } } }).catch(() => ({ data: undefined }));
      if (asked.current !== asking) return; // typed on meanwhile
      setFound(data?.items ?? []);
      setAt(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  const close = () => { setText(''); setFound(null); };
  const choose = (one: Schemas['DossierSummary'] | undefined) => { if (one) { close(); document.getElementById(FIND_ID)?.blur(); open(one.id); } };
  const keydown = (e: KeyboardEvent) => {
    if (e.isComposing) return;
    if (e.key === 'Escape') { close(); (e.currentTarget as HTMLElement).blur(); } else if (e.key === 'Enter') choose(found?.[at]);
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
      {found && (
        <ul class="found" id="found" role="listbox" aria-label={t('found')}>
          {found.map((d, i) => (
            <li key={d.id} id={`found-${i}`} role="option" aria-selected={i === at} onPointerDown={(e) => { e.preventDefault(); choose(d); }}><b>{d.applicant_name}</b><span>{d.code ?? d.external_code ?? t('noCode')} · {d.procedure_name}</span></li>
          ))}
          {found.length === 0 && <li class="none" role="option" aria-selected="false">{t('foundNone', { text: asking })}</li>}
        </ul>
      )}
    </div>
  );
}
