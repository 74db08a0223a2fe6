/** Keys of the dossier half (R1). The shell's one listener runs them and lists them. */
import { computed, effect } from '@preact/signals';
import type { Key } from '../half';
import { current, faulty, opened, openDossier, readOnly, view } from '../store';
import { begin, draft, drop, mayReceive, put, row, shownForm } from './desk';
import { isEmpty } from './draft';
import { dossier, faults as caseFaults, primaryAction, start } from './case';
import { closeForm, sendForm } from './formflow';
import { faults, primaryOfDraft, run as runDraft } from './intake';
import { reprintLast } from './prints';
import { focusSoon, papersOpen, part } from './view';
import { t } from './texts';

const inDraft = (): boolean => view.value === 'work' && opened.value === 'new' && draft.value !== null;
const inCase = (): boolean => view.value === 'work' && dossier.value !== null && opened.value === dossier.value.id;

/** The dossier half has the primary button: a draft, a form, or an action while nobody stands at the counter. */
export const primary = computed<boolean>(() => {
  if (view.value !== 'work') return false;
  if (opened.value === 'new') return draft.value !== null;
  return shownForm.value !== null || (primaryAction.value !== null && (current.value === null || primaryAction.value === 'return_result' || primaryAction.value === 'accept'));
});

effect(() => { faulty.value = view.value === 'work' && (opened.value === 'new' ? faults.value : caseFaults.value).length > 0; });

function focusPaper(index: number): void {
  row.value = index;
  const there = document.getElementById(`d-paper-${index}`); // at once: the next key may be an arrow
  there?.scrollIntoView({ block: 'nearest' });
  there?.focus();
}

function runF8(): void {
  if (shownForm.value) void sendForm();
  else if (inDraft()) runDraft();
  else if (primaryAction.value) start(primaryAction.value);
}

const f8Label = (): string => {
  if (shownForm.value) return t('keySend');
  if (inDraft()) return primaryOfDraft() === 'accept' ? t('acceptPrint') : t('request_supplement');
  return primaryAction.value ? t(primaryAction.value) : t('acceptPrint');
};

/** Every paper that must be there, and that nobody has said anything else of, is there. */
export function markAll(): void {
  put((d) => ({ ...d, papers: d.papers.map((p) => (p.required && p.state !== 'missing' ? { ...p, state: 'ok' } : p)) }));
}

/** A dossier that exists, or an intake that is still blank. */
const closable = (): boolean => view.value === 'work' && opened.value !== null && (opened.value !== 'new' || (draft.value !== null && isEmpty(draft.value)));

/** Close what lies open, where nothing is lost: what is typed into a dossier's form waits there. */
export function close(): void {
  if (!closable()) return;
  if (opened.value === 'new') drop();
  void openDossier(null);
}

/** What F8 has nothing to do with, in words. */
function whyNoF8(): string | null {
  if (shownForm.value || inDraft()) return null;
  if (!inCase()) return t('nothingOpen');
  return primaryAction.value ? null : t(dossier.value!.actions.length > 0 ? 'chooseBeside' : 'nothingToDo');
}

export const keys: readonly Key[] = [
  { key: 'n', label: () => t('newDossier'), why: () => (mayReceive.value ? null : t('onlyReception')), run: () => void begin() },
  { key: 'Escape', shown: 'Esc', label: () => t('closeDossier'), why: () => (shownForm.value || closable() ? null : t('nothingToClose')), run: () => { if (shownForm.value) closeForm(); else close(); } },
  { key: 'F8', label: f8Label, why: () => readOnly.value ?? whyNoF8(), run: runF8 },
  {
    key: 'F9', label: () => t('scanPapers'), why: () => (inDraft() ? null : t('noDraft')),
    run: () => { papersOpen.value = !papersOpen.value; if (papersOpen.value) focusSoon(() => document.querySelector<HTMLElement>('.d-more input')); },
  },
  { key: 'a', label: () => t('markAll'), why: () => (inDraft() ? null : t('noDraft')), run: markAll },
  ...Array.from({ length: 9 }, (_, i): Key => ({
    key: String(i + 1), shown: i === 0 ? '1–9' : null, label: () => t('jumpTo', { n: '1–9' }), why: () => (inDraft() && i < draft.value!.papers.length ? null : t('noPaper', { n: i + 1 })), run: () => focusPaper(i),
  })),
  { key: 'p', label: () => t('reprint'), why: () => (inCase() && dossier.value!.print_jobs.length > 0 ? null : t('nothingPrinted')), run: () => void reprintLast() },
  { key: 'q', label: () => t('part_history'), why: () => (inCase() ? null : t('noCase')), run: () => { part.value = part.value === 'history' ? 'papers' : 'history'; } },
  { key: 'l', label: () => t('part_ledger'), why: () => (inCase() ? null : t('noCase')), run: () => { part.value = part.value === 'ledger' ? 'papers' : 'ledger'; } },
];
