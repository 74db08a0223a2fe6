import { Search } from 'lucide-static';
import { useState } from 'preact/hooks';
import { rank } from '../../../core/fold';
import { Icon } from '../../../ui/Icon';
import { catalogue, chooseProcedure, procedure } from './desk';
import type { Procedure } from './draft';
import { faultOf } from './intake';
import { feeText, limitText } from './words';
import { focusSoon } from './view';
import { t } from './texts';

const SHOWN = 7;

/** Best first: exact spelling before folded, and of equals the one with the shortest name, which has least beside what was typed. */
function find(query: string): Procedure[] {
  return catalogue.value.map((p) => ({ p, best: Math.max(rank(p.name, query), rank(p.procedure, query)) })).filter((x) => x.best > 0)
    .sort((a, b) => b.best - a.best || a.p.name.length - b.p.name.length).slice(0, SHOWN).map((x) => x.p);
}

/** Search that forgives tones and đ but ranks exact spelling first (R14); arrows choose, Enter takes. */
export function ProcedurePicker({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = typed.trim() ? find(typed) : [];
  const take = (p: Procedure | undefined) => {
    if (!p) return;
    chooseProcedure(p);
    onDone();
    focusSoon(() => document.getElementById('d-papers-title'));
  };
  const keydown = (e: KeyboardEvent) => {
    if (e.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (e.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (e.key === 'Enter' && !e.isComposing) take(found[at]);
    else if (e.key === 'Escape' && (typed || procedure.value)) { setTyped(''); if (procedure.value) onDone(); }
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  const fault = faultOf('d-find');
  return (
    <div class={fault ? 'd-pick wrong' : 'd-pick'}>
      <label for="d-find">{t('procedure')}</label>
      {fault && <p class="fault" id="d-find-fault">{fault}</p>}
      <div class="d-pick-box">
        <Icon of={Search} />
        <input id="d-find" type="text" role="combobox" autocomplete="off" placeholder={t('findProcedure')} aria-expanded={found.length > 0} aria-controls="d-found"
          aria-autocomplete="list" aria-activedescendant={found[at] ? `d-found-${at}` : undefined} aria-describedby={fault ? 'd-find-fault' : undefined} aria-invalid={fault ? true : undefined}
          value={typed} onInput={(e) => { setTyped(e.currentTarget.value); setAt(0); }} onKeyDown={keydown} />
      </div>
      <ul id="d-found" role="listbox" aria-label={t('foundProcedures')} hidden={found.length === 0}>
        {found.map((p, i) => (
          <li key={p.procedure} id={`d-found-${i}`} role="option" aria-selected={i === at} onMouseDown={(e) => { e.preventDefault(); take(p); }}>
            <b>{p.name}</b><small>{p.procedure} · {p.field} · {limitText(p)} · {feeText(p)}</small>
          </li>
        ))}
      </ul>
      {typed.trim() && found.length === 0 && <p class="hint" role="status">{t('noProcedure', { text: typed.trim() })}</p>}
    </div>
  );
}
