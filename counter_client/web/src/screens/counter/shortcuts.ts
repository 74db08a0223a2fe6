/** All keys of the screen: those of the queue and the shell here, those of the dossier from its half. */
import { listenKeys, type Keys } from '../../core/keys';
import { dossierHalf } from './dossier';
import { FIND_ID } from '../../ui/SearchBox';
import { signedOut } from '../../core/api';
import { bringBack, finish, next, noShow, park, recall, start, transfer, whyNoCall } from './actions';
import { goThere, helpCalls } from './help';
import { choose } from './ChooseCounter';
import { aside, counters, transferChoices } from './queue';
import { counter, current, deskless, dialog, message, question, readOnly, say, started, type Ticket } from './store';
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
  { key: 'g', label: () => t('helpTake'), why: () => (helpCalls.value.length ? null : t('noHelp')), run: () => void goThere(helpCalls.value[0]!) },
  { key: '/', label: () => t('keySearch'), why: () => null, run: () => document.getElementById(FIND_ID)?.focus() },
  { key: '?', label: () => t('keyKeys'), why: () => null, run: () => { dialog.value = 'keys'; } },
  { key: 'Ctrl+z', label: () => t('keyUndo'), why: () => null, run: () => message.value?.undo?.() },
];

/** Somebody aside comes back, from the dialog that lists them. */
export const bring = (ticket: Ticket): void => { dialog.value = null; void bringBack(ticket); };

/** Keys while a dialog is open: they work before it is drawn, for who types fast. */
function dialogKeys(): Keys {
  const q = question.value, keys: Keys = {};
  if (q) {
    keys['Escape'] = () => q.answer('cancel');
    for (const c of q.choices) if (c.key) keys[c.key] = () => q.answer(c.value);
    return keys;
  }
  keys['Escape'] = () => { dialog.value = null; };
  if (dialog.value === 'aside') aside.value.slice(0, 9).forEach((x, i) => { keys[i + 1] = () => bring(x); });
  if (dialog.value === 'transfer') {
    const { open, only } = transferChoices();
    open.slice(0, 9).forEach((s, i) => { keys[i + 1] = () => void transfer(s.service, null); });
    for (const o of only) if (o.key) keys[o.key] = () => void transfer(o.service, o.counter);
  }
  return keys;
}

function workKeys(): Keys {
  const keys: Keys = {};
  for (const k of [...queueKeys(), ...dossierKeys(), ...otherKeys()]) keys[k.key] = () => { const why = k.why(); if (why) say(why); else k.run(); };
  if (!message.value?.undo) delete keys['Ctrl+z']; // then it is the field's own
  const escape = dossierHalf.keys.find((k) => k.key === 'Escape');
  if (escape?.why()) delete keys['Escape']; // nothing to close: nothing to say
  return keys;
}

/** Digits choose a counter before the workbench is shown. */
const chooseKeys = (): Keys => Object.fromEntries(counters.value.slice(0, 9).map((c, i) => [String(i + 1), () => void choose(c)]));

/** The one listener of the whole screen. */
export function listenShortcuts(): void {
  listenKeys(() => {
    if (signedOut.value || !started.value) return {};
    if (question.value || dialog.value) return dialogKeys();
    return counter.value || deskless.value ? workKeys() : chooseKeys();
  });
}
