/** Two lines over the day as a band: half of the people lie below the line, nine of ten below the edge of the band. */
type BandPoint = { label: string; middle: number | null; high: number | null };
type Props = { points: readonly BandPoint[]; say: string; promise: number; promiseLabel: string; middleLabel: string; highLabel: string };

const WIDTH = 876, HEIGHT = 216, LEFT = 34, RIGHT = 104, TOP = 16, BOTTOM = 30;

/** A round number of at most five steps above the highest value. */
function scale(most: number): { top: number; step: number } {
  const step = [5, 10, 15, 20, 30, 60, 120, 240, 480].find((s) => most / s <= 4) ?? 960;
  return { step, top: step * Math.max(1, Math.ceil(most / step)) };
}

export function Band({ points, say, promise, promiseLabel, middleLabel, highLabel }: Props) {
  const { top, step } = scale(Math.max(promise * 1.2, ...points.map((p) => p.high ?? 0)));
  const x = (i: number) => LEFT + (points.length < 2 ? 0.5 : i / (points.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (v: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - v / top);
  const known = points.flatMap((p, i) => (p.middle === null || p.high === null ? [] : [{ x: x(i), middle: p.middle, high: p.high }]));
  const line = (of: 'middle' | 'high') => known.map((p) => `${p.x.toFixed(1)} ${y(p[of]).toFixed(1)}`);
  const every = Math.ceil(points.length / 10), last = known.at(-1), peak = known.reduce<(typeof known)[number] | undefined>((a, b) => (!a || b.high > a.high ? b : a), undefined);
  return (
    <svg class="ch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say}>
      {Array.from({ length: top / step + 1 }, (_, i) => i * step).map((v) => (
        <g key={v}><line class="ax" x1={LEFT} x2={WIDTH - RIGHT} y1={y(v)} y2={y(v)} /><text class="n" x={LEFT - 8} y={y(v) + 4} text-anchor="end">{v}</text></g>
      ))}
      {known.length > 0 && <path class="band" d={`M${line('high').join('L')}L${line('middle').reverse().join('L')}Z`} />}
      {known.length > 0 && <path class="edge" d={`M${line('high').join('L')}`} />}
      {known.length > 0 && <path class="middle" d={`M${line('middle').join('L')}`} />}
      {known.map((p) => <circle key={p.x} class="dot" cx={p.x} cy={y(p.middle)} r="3" />)}
      <line class="promise" x1={LEFT} x2={WIDTH - RIGHT} y1={y(promise)} y2={y(promise)} />
      <text class="t-late" x={WIDTH - RIGHT + 8} y={y(promise) + 4}>{promiseLabel}</text>
      {last && <text class="t-middle" x={WIDTH - RIGHT + 8} y={apart(y(last.middle), y(promise)) + 4}>{middleLabel}</text>}
      {peak && <text class="t-high" x={Math.min(WIDTH - RIGHT - 250, Math.max(LEFT + 6, peak.x + 10))} y={Math.max(12, y(peak.high) - 5)}>{highLabel}</text>}
      {points.map((p, i) => (i % every === 0 ? <text key={p.label} class="n" x={x(i)} y={HEIGHT - 8} text-anchor="middle">{p.label}</text> : null))}
    </svg>
  );
}

/** Two labels never stand on one another. */
const apart = (a: number, b: number): number => (Math.abs(a - b) >= 16 ? a : a >= b ? b + 16 : b - 16);
