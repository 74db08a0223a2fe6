/** How the open dossier is looked at: nothing here is kept or sent. */
import { effect, signal } from '@preact/signals';
import { opened } from '../store';

/** The applicant's fields are open for typing. */
export const editing = signal(false);
/** Copies, scans and notes of the papers are shown as fields. */
export const papersOpen = signal(false);
/** The part of a dossier that is shown below its head. */
export type Part = 'papers' | 'ledger' | 'history' | 'prints';
export const part = signal<Part>('papers');

effect(() => { void opened.value; editing.value = false; papersOpen.value = false; part.value = 'papers'; });

/** Move the focus once what is wanted has been drawn. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => { const there = find(); there?.scrollIntoView({ block: 'nearest' }); there?.focus(); }));
}
