/** All keys of the screen: those of the queue and the shell here, those of the dossier from its half. */
import { listenKeys, type Keys } from '../../core/keys';
import { dossierHalf } from './dossier';
import { FIND_ID } from './Search';
import { finish, next, noShow, park, recall, start, whyNoCall } from './actions';
import { aside } from './queue';
import { counter, current, dialog, message, question, readOnly, say } from './store';
import type { Key } from './half';
import { t } from './texts';

const noTicket = () => readOnly.value ?? (current.value ? null : t('noTicket'));
const called = (otherwise: 'already' | 'notCalled') => noTicket() ?? (current.value!.state === 'called' ? null : t(otherwise));

export function queueKeys(): readonly Key[] {
  const c = counter.value;
  if (!c) return [];
  const nextLabel = () => t(c.state !== 'open' ? 'reopen' : current.value ? 'finishNext' : 'callNext');
  return [
    { key: 'F2', label: nextLabel, why: () => (c.state === 'open' ? whyNoCall() : readOnly.value), run: () => void next() },
    { key: 'b', label: () => t('start'), why: () => called('already'), run: () => void start() },
    { key: 'F3', label: () => t('recall'), why: () => called('notCalled'), run: () => void recall() },
    { key: 'F4', label: () => t('noShow'), why: noTicket, run: () => void noShow() },
    { key: 'F6', label: () => t('transfer'), why: noTicket, run: () => { dialog.value = 'transfer'; } },
    { key: 'F7', label: () => t(current.value ? 'hold' : 'back'), why: () => readOnly.value ?? (current.value || aside.value.length ? null : t('nothingAside')), run: () => void park() },
    { key: 'x', label: () => t('finish'), why: noTicket, run: () => void finish() },
  ];
}

export const dossierKeys = (): readonly Key[] => dossierHalf.keys;

export const otherKeys = (): readonly Key[] => [
  { key: '/', label: () => t('keySearch'), why: () => null, run: () => document.getElementById(FIND_ID)?.focus() },
  { key: '?', label: () => t('keyKeys'), why: () => null, run: () => { dialog.value = 'keys'; } },
  { key: 'Ctrl+z', label: () => t('keyUndo'), why: () => null, run: () => message.value?.undo?.() },
];

/** Listen while the workbench is shown. A key that means nothing now says why. Returns how to stop. */
export function listenShortcuts(): () => void {
  return listenKeys(() => {
    if (question.value || dialog.value || document.querySelector('dialog[open]')) return {};
    const keys: Keys = {};
    for (const k of [...queueKeys(), ...dossierKeys(), ...otherKeys()]) keys[k.key] = () => { const why = k.why(); if (why) say(why); else k.run(); };
    const undo = message.value?.undo;
    if (!undo) delete keys['Ctrl+z']; // then it is the field's own
    return keys;
  });
}
