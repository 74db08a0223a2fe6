import type { ComponentChildren } from 'preact';

type Own = { id: string; label: string; hint?: string | undefined; error?: string | undefined };
type Props = Own & {
  type?: 'text' | 'password';
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  value?: string;
  defaultValue?: string;
  autocomplete?: string;
  autocapitalize?: 'none' | 'words';
  spellcheck?: boolean;
  maxLength?: number;
  onInput?: (value: string) => void;
};

/** Label, hint, error and what they speak of, tied together for screen readers. Nothing is checked while typing. */
export function Labelled({ id, label, hint, error, children }: Own & { children: ComponentChildren }) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p class="fault" id={`${id}-fault`}>{error}</p>}
      {children}
    </div>
  );
}

/** For aria-describedby: the ids of hint and error, or undefined. */
export const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ') || undefined;

/** A line of text. Dates are typed as dd/mm/yyyy: the browser's own date field is slower for who types all day. */
export function Field({ id, label, hint, error, type = 'text', autocomplete = 'off', onInput, ...rest }: Props) {
  const kind = type === 'password' ? ({ type: 'password' } as const) : ({ type: 'text' } as const);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input id={id} name={id} {...kind} autocomplete={autocomplete} {...rest} aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined} onInput={(e) => onInput?.(e.currentTarget.value)} />
    </Labelled>
  );
}
