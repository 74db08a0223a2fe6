/** A few parts of a whole, each with its count and share. The bar is decoration; the words say all. */
export type Bar = { label: string; count: string; share: string; part: number; tone: 'good' | 'plain' | 'bad' };

export function Bars({ bars }: { bars: readonly Bar[] }) {
  return (
    <dl class="bars">
      {bars.map((b) => (
        <div key={b.label}>
          <dt>{b.label}</dt>
          <dd><svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class={b.tone} width={Math.max(b.part * 100, b.part > 0 ? 1 : 0)} height="18" /></svg><span>{b.share}</span><span>{b.count}</span></dd>
        </div>
      ))}
    </dl>
  );
}
