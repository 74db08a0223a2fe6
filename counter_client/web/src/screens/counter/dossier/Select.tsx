import { describedBy, Labelled } from '../../../ui/Field';

type Props = { id: string; label: string; hint?: string | undefined; error?: string | undefined; value: string; none?: string | undefined; options: readonly { value: string; label: string }[]; onChange: (value: string) => void };

/** One of many, by the browser's own list: letters and arrows choose. */
export function Select({ id, label, hint, error, value, none, options, onChange }: Props) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select id={id} value={value} aria-describedby={describedBy(id, hint, error)} aria-invalid={error ? true : undefined} onChange={(e) => onChange(e.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    </Labelled>
  );
}
