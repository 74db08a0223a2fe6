import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../../ui/Button';
import { ErrorSummary, type Fault } from '../../../ui/ErrorSummary';
import { describedBy, Field, Labelled } from '../../../ui/Field';
import { form } from './desk';
import { specOf, type Dossier, type FieldSpec } from './actions';
import { closeForm, sendForm } from './formflow';
import { Select } from './Select';
import { t } from './texts';

const set = (name: string, value: string): void => { const f = form.value; if (f) form.value = { ...f, values: { ...f.values, [name]: value } }; };

function Input({ f, value, error }: { f: FieldSpec; value: string; error: string | undefined }) {
  const id = `d-f-${f.name}`;
  if (f.kind === 'check')
    return <label class="d-check"><input id={id} type="checkbox" checked={value !== ''} onChange={(e) => set(f.name, e.currentTarget.checked ? '1' : '')} />{f.label}</label>;
  if (f.kind === 'select') return <Select id={id} label={f.label} hint={f.hint} error={error} value={value} options={f.options ?? []} onChange={(v) => set(f.name, v)} />;
  if (f.kind === 'text') return <Field id={id} label={f.label} hint={f.hint} error={error} value={value} onInput={(v) => set(f.name, v)} />;
  return (
    <Labelled id={id} label={f.label} hint={f.hint} error={error}>
      <textarea id={id} rows={f.kind === 'lines' ? 4 : 3} value={value} aria-describedby={describedBy(id, f.hint, error)} aria-invalid={error ? true : undefined} onInput={(e) => set(f.name, e.currentTarget.value)} />
    </Labelled>
  );
}

/** "Other" asks for more: hidden while the applicant collects the result himself. */
const isAsked = (f: FieldSpec, values: Record<string, string>, action: string): boolean =>
  action !== 'return_result' || !['full_name', 'personal_id', 'authorisation'].includes(f.name) || values['kind'] === 'other';

/** What an action asks. F8 or its button sends, Escape closes; what is typed is kept meanwhile. */
export function ActionForm({ of, faults }: { of: Dossier; faults: readonly Fault[] }) {
  const f = form.value!, spec = specOf(f.action);
  useLayoutEffect(() => document.querySelector<HTMLElement>('.d-form :is(input, select, textarea)')?.focus(), [f.action, f.dossier]);
  if (!spec) return null;
  const fields = spec.fields(of).filter((x) => isAsked(x, f.values, f.action));
  return (
    <form class="d-form" noValidate aria-labelledby="d-form-title" onSubmit={(e) => { e.preventDefault(); void sendForm(); }}
      onKeyDown={(e) => { if (e.key === 'Escape' && !e.isComposing) { e.preventDefault(); e.stopPropagation(); closeForm(); } }}>
      <h2 id="d-form-title">{spec.label}</h2>
      {faults.length > 0 && <ErrorSummary title={t('cannotDo')} faults={faults} />}
      {fields.map((x) => (
        <div key={x.name}>
          {x.group && <h3>{x.group}</h3>}
          <Input f={x} value={f.values[x.name] ?? ''} error={faults.find((y) => y.id === `d-f-${x.name}`)?.message} />
        </div>
      ))}
      <div class="d-acts">
        <Button look={spec.asks ? 'danger' : 'primary'} type="submit" shortcut="F8">{spec.label}</Button>
        <Button shortcut="Esc" onClick={closeForm}>{t('back')}</Button>
      </div>
    </form>
  );
}
