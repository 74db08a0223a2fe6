import { useEffect, useRef } from 'preact/hooks';

export type Fault = { id: string; message: string };

/** What stops a form, on top of it: takes the focus, links to each field with the same words as there. Draw it only when there are faults. */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly Fault[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [faults]);
  const go = (e: Event, id: string) => {
    const field = document.getElementById(id);
    if (!field) return;
    e.preventDefault();
    field.scrollIntoView({ block: 'center' });
    field.focus();
  };
  return (
    <div class="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>{faults.map((f) => <li key={f.id + f.message}><a href={`#${f.id}`} onClick={(e) => go(e, f.id)}>{f.message}</a></li>)}</ul>
    </div>
  );
}
