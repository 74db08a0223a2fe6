/** Pieces that all pages are made of: a page with its list, the pane beside it, a form, who changed it last. */
import { AlertTriangle, RotateCw, Search } from 'lucide-static';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { date, hourMinute } from '../../core/format';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorSummary, type Fault } from '../../ui/ErrorSummary';
import { describedBy, Labelled } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { personName, type Load } from './store';
import { t } from './texts';
import type { Clash } from './useSave';

/** A page: its name, what it is for in one sentence, what can be begun here, the list. */
export function PageHead({ title, lead, children }: { title: string; lead: string; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <div><h1>{title}</h1><p>{lead}</p></div>
      {children && <div class="page-acts">{children}</div>}
    </header>
  );
}

/** Draws `children` once there is data; else why not. What was loaded before stays in sight below a failure. */
export function Loaded<T>({ of, again, children }: { of: Load<T>; again: () => void; children: (data: T) => ComponentChildren }) {
  return (
    <>
      {of.failed && <div class="failed" role="alert"><Icon of={AlertTriangle} /><p>{t('failed')} {of.failed}</p><Button icon={RotateCw} onClick={again}>{t('retry')}</Button></div>}
      {of.data !== null ? children(of.data) : !of.failed && <p class="state" role="status">{t('loading')}</p>}
    </>
  );
}

export function SearchBox({ value, onInput, label }: { value: string; onInput: (value: string) => void; label: string }) {
  return (
    <div class="find" role="search">
      <Icon of={Search} />
      <input id="find" type="search" autocomplete="off" aria-label={label} placeholder={label} value={value} aria-keyshortcuts="/" onInput={(e) => onInput(e.currentTarget.value)} />
      <span class="kbd" aria-hidden="true">/</span>
    </div>
  );
}

/** What stands beside the list. It takes the focus when it opens. */
export function Pane({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => { head.current?.focus(); }, [title]);
  return (
    <section class="pane" aria-labelledby="pane-title">
      <header><h2 id="pane-title" tabIndex={-1} ref={head}>{title}</h2><Button look="quiet" shortcut="Escape" onClick={onClose}>{t('close')}</Button></header>
      {children}
    </section>
  );
}

type FormProps = { faults: readonly Fault[]; busy: boolean; action: string; onSubmit: () => void; children: ComponentChildren; more?: ComponentChildren };
/** A form by GOV.UK's manner: faults on top, nothing checked while typing, a button that names the act. */
export function Form({ faults, busy, action, onSubmit, children, more }: FormProps) {
  return (
    <form noValidate onSubmit={(e) => { e.preventDefault(); onSubmit(); }}>
      {faults.length > 0 && <ErrorSummary title={t('cannotSave')} faults={faults} />}
      {children}
      <div class="form-acts"><Button look="primary" type="submit">{busy ? t('saving') : action}</Button>{more}</div>
    </form>
  );
}

export function Stamp({ of }: { of: { changed_at: string | null; changed_by: string | null } }) {
  if (!of.changed_at) return <p class="stamp">{t('neverChanged')}</p>;
  return <p class="stamp">{t('changed', { who: personName(of.changed_by), at: `${hourMinute(of.changed_at)}, ${date(of.changed_at)}` })}</p>;
}

type Choice = { value: string; label: string };
type SelectProps = { id: string; label: string; hint?: string | undefined; error?: string | undefined; value: string; choices: readonly Choice[]; onChange: (value: string) => void };
export function Select({ id, label, hint, error, value, choices, onChange }: SelectProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select id={id} value={value} aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? true : undefined} onChange={(e) => onChange(e.currentTarget.value)}>
        {choices.map((c) => <option key={c.value} value={c.value}>{c.label}</option>)}
      </select>
    </Labelled>
  );
}

type ChecksProps = { id: string; legend: string; hint?: string; error?: string | undefined; choices: readonly Choice[]; value: readonly string[]; onChange: (value: string[]) => void };
/** Several of some. The first box has the id, so that a fault leads to it. */
export function Checks({ id, legend, hint, error, choices, value, onChange }: ChecksProps) {
  const set = (one: string, on: boolean) => onChange(choices.map((c) => c.value).filter((v) => (v === one ? on : value.includes(v))));
  return (
    <fieldset class={error ? 'checks wrong' : 'checks'} aria-describedby={describedBy(id, hint, error)}>
      <legend>{legend}</legend>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p class="fault" id={`${id}-fault`}>{error}</p>}
      {choices.map((c, i) => (
        <label key={c.value}><input type="checkbox" id={i === 0 ? id : `${id}-${c.value}`} checked={value.includes(c.value)} onChange={(e) => set(c.value, e.currentTarget.checked)} />{c.label}</label>
      ))}
    </fieldset>
  );
}

/** A question before what cannot be undone with one touch. */
export function Confirm({ title, text, action, danger, onYes, onNo }: { title: string; text: string; action: string; danger?: boolean; onYes: () => void; onNo: () => void }) {
  return (
    <Dialog title={title} onClose={onNo}>
      <p>{text}</p>
      <div class="acts-row"><Button look={danger ? 'danger' : 'primary'} onClick={onYes}>{action}</Button><Button onClick={onNo}>{t('goBack')}</Button></div>
    </Dialog>
  );
}

/** Shown this once: a password, a code. */
export function Secret({ title, text, secret, note, onClose }: { title: string; text: string; secret: string; note?: string; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <p class="secret" tabIndex={0} aria-label={[...secret].join(' ')}>{secret}</p>
      {note && <p class="hint">{note}</p>}
      <div class="acts-row"><Button look="primary" onClick={onClose}>{t('noted')}</Button></div>
    </Dialog>
  );
}

export type Compared = { label: string; theirs: string; mine: string };
/** Somebody else was faster: who, when, and both versions side by side. */
export function ConflictDialog({ clash, rows, onKeep, onDrop }: { clash: Clash; rows: readonly Compared[]; onKeep: () => void; onDrop: () => void }) {
  const differ = rows.filter((r) => r.theirs !== r.mine);
  return (
    <Dialog title={t('conflictTitle', { who: clash.by })} onClose={onKeep} class="wide">
      <p>{clash.at ? t('conflictAt', { at: `${hourMinute(clash.at)}, ${date(clash.at)}` }) : ''} {t('conflictText')}</p>
      {differ.length > 0 && (
        <table class="compare">
          <thead><tr><th>{t('what')}</th><th>{t('theirs')}</th><th>{t('mine')}</th></tr></thead>
          <tbody>{differ.map((r) => <tr key={r.label}><th scope="row">{r.label}</th><td>{r.theirs || '–'}</td><td>{r.mine || '–'}</td></tr>)}</tbody>
        </table>
      )}
      <div class="acts-row"><Button look="primary" onClick={onKeep}>{t('keepMine')}</Button><Button onClick={onDrop}>{t('takeTheirs')}</Button></div>
    </Dialog>
  );
}
