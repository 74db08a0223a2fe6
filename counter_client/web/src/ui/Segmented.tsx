import { Check } from 'lucide-static';
import { Icon } from './Icon';

type Choice<V extends string> = { value: V; label: string; tone?: 'y' | 'n' | 'x' };
type Props<V extends string> = { name: string; legend: string; choices: readonly Choice<V>[]; value: V | null; disabled?: boolean; onChange: (value: V) => void };

/** One of a few, all in sight; arrow keys move, the whole segment is the target. */
export function Segmented<V extends string>({ name, legend, choices, value, disabled, onChange }: Props<V>) {
  return (
    <fieldset class="seg" disabled={disabled ?? false}>
      <legend class="vh">{legend}</legend>
      {choices.map((c) => (
        <label key={c.value} class={c.tone ?? ''}>
          <input class="vh" type="radio" name={name} value={c.value} checked={value === c.value} onChange={() => onChange(c.value)} />
          {value === c.value && c.tone === 'y' && <Icon of={Check} />}{c.label}
        </label>
      ))}
    </fieldset>
  );
}
