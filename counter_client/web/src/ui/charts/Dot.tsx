/** One rate on a line from `from` to 100 %, beside the rate of all. Decoration of a row of figures, which say the same. */
type Props = { value: number; all: number | null; from: number };

export function Dot({ value, all, from }: Props) {
  const x = (v: number) => 8 + (Math.max(from, v) - from) / (100 - from) * 154, low = all !== null && value < all;
  return (
    <svg class="dots" viewBox="0 0 170 20" aria-hidden="true" focusable="false">
      <line class="ax" x1="8" x2="162" y1="10" y2="10" />
      {low ? <path class="low" d={`M${x(value)} 3L${x(value) + 7} 10L${x(value)} 17L${x(value) - 7} 10Z`} /> : <circle class="high" cx={x(value)} cy="10" r="7" />}
      {all !== null && <line class="today" x1={x(all)} x2={x(all)} y1="1" y2="19" />}
    </svg>
  );
}

/** Where the line begins: round, below the lowest, so that differences are seen; never above 90. */
export const dotFrom = (values: readonly number[]): number => Math.max(0, Math.min(90, Math.floor(Math.min(...values, 100) / 10) * 10));
