import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './charts.css';

type Props = { id: string; title: string; note?: ComponentChildren; asTable: string; asChart: string; chart: ComponentChildren; table: ComponentChildren; extra?: ComponentChildren };

/** A chart under its heading. Its figures are a table too: by the button, and always where the window is narrow. */
export function Chart({ id, title, note, asTable, asChart, chart, table, extra }: Props) {
  const [tabled, setTabled] = useState(false);
  return (
    <section aria-labelledby={id} class={tabled ? 'chart tabled' : 'chart'}>
      <header><h2 id={id}>{title}</h2>{note && <p>{note}</p>}{extra}
        <button type="button" class="link" aria-pressed={tabled} onClick={() => setTabled(!tabled)}>{tabled ? asChart : asTable}</button>
      </header>
      <div class="chart-drawn">{chart}</div>
      <div class="chart-table" role="group" aria-labelledby={id} tabIndex={0}>{table}</div>
    </section>
  );
}
