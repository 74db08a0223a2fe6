/**
 * Every open thing as a mark, by days left: a row a group, a column a day, today's line between late
 * and not late. Marks differ by shape as well as by colour; what does not fit a cell is told as "+n".
 */
export type Tone = 'late' | 'soon' | 'in';
type StripCell = { day: number; count: number; marks: readonly { id: string; tone: Tone }[] };
export type StripRow = { name: string; cells: readonly StripCell[]; paused: number };
type Props = {
  rows: readonly StripRow[];
  say: string;
  zones: { late: string; soon: string; in: string; paused: string };
  todayLabel: string;
  pausedLabel: string;
  onPick: (id: string) => void;
};

const WIDTH = 876, LEFT = 148, RIGHT = 84, TOP = 28, MARK = 8, STEP = 9.5, ACROSS = 3, NAME_LETTERS = 18;
/** Marks on one another in a cell: fewer where there are many rows, so that the strip stays one picture. */
const floorsOf = (rows: number): number => (rows > 8 ? 2 : 4);
const LOWEST = -7, HIGHEST = 14;
const minus = (n: number) => (n < 0 ? `−${-n}` : n > 0 ? `+${n}` : '0');

/** Columns that are drawn; days beyond them go into the first and last. */
function columns(rows: readonly StripRow[]) {
  const days = rows.flatMap((r) => r.cells.map((c) => c.day));
  const first = Math.max(LOWEST, Math.min(-3, ...days)), last = Math.min(HIGHEST, Math.max(8, ...days));
  return { first, last, below: days.some((d) => d < first), above: days.some((d) => d > last) };
}

/** Cells of a row, those beyond the edges taken together. */
function gathered(row: StripRow, first: number, last: number): StripCell[] {
  const at = new Map<number, StripCell>();
  for (const cell of row.cells) {
    const day = Math.min(last, Math.max(first, cell.day)), have = at.get(day);
    at.set(day, have ? { day, count: have.count + cell.count, marks: [...have.marks, ...cell.marks] } : cell.day === day ? cell : { ...cell, day });
  }
  return [...at.values()];
}

function Mark({ x, y, id, tone }: { x: number; y: number; id: string; tone: Tone }) {
  const shared = { class: `mark ${tone}`, 'data-id': id };
  return tone === 'soon'
    ? <circle {...shared} cx={x + MARK / 2} cy={y + MARK / 2} r={MARK / 2} />
    : tone === 'late'
      ? <path {...shared} d={`M${x + MARK / 2} ${y - 0.5}L${x + MARK + 0.5} ${y + MARK / 2}L${x + MARK / 2} ${y + MARK + 0.5}L${x - 0.5} ${y + MARK / 2}Z`} />
      : <rect {...shared} x={x} y={y} width={MARK} height={MARK} rx="1.5" />;
}

function Cell({ cell, x, bottom, floors }: { cell: StripCell; x: number; bottom: number; floors: number }) {
  const room = ACROSS * floors, fits = cell.count <= room, shown = cell.marks.slice(0, fits ? room : room - ACROSS);
  const place = (i: number) => ({ x: x - (ACROSS * STEP) / 2 + (i % ACROSS) * STEP + 0.75, y: bottom - 4 - MARK - Math.floor(i / ACROSS) * STEP });
  return (
    <g>
      {shown.map((m, i) => <Mark key={m.id} {...place(i)} {...m} />)}
      {!fits && <text class="n more" x={x} y={bottom - 4 - (floors - 1) * STEP} text-anchor="middle">+{cell.count - shown.length}</text>}
    </g>
  );
}

export function Strip({ rows, say, zones, todayLabel, pausedLabel, onPick }: Props) {
  const { first, last, below, above } = columns(rows);
  const wide = (WIDTH - LEFT - RIGHT) / (last - first + 1), floors = floorsOf(rows.length), ROW = floors * STEP + 12, bottom = TOP + rows.length * ROW, height = bottom + 30;
  const x = (day: number) => LEFT + (day - first) * wide;
  const label = (day: number) => (day === 0 ? todayLabel : (below && day === first ? '≤ ' : above && day === last ? '≥ ' : '') + minus(day));
  return (
    <svg class="ch strip" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={say}
      onClick={(e) => { const id = (e.target as Element).getAttribute('data-id'); if (id) onPick(id); }}>
      <rect class="zone-late" x={LEFT} y={TOP} width={x(0) - LEFT} height={rows.length * ROW} />
      <rect class="zone-today" x={x(0)} y={TOP} width={wide} height={rows.length * ROW} />
      <text class="t-late" x={x(0) - 8} y="17" text-anchor="end">{zones.late}</text>
      <text class="t-soon" x={x(0) + 8} y="17">{zones.soon}</text>
      <text class="t-in" x={x(3) + 24} y="17">{zones.in}</text>
      <text class="t-paused" x={WIDTH} y="17" text-anchor="end">{zones.paused}</text>
      {rows.map((row, r) => {
        const floor = TOP + (r + 1) * ROW;
        return (
          <g key={row.name}>
            <line class="ax" x1="0" x2={WIDTH} y1={floor} y2={floor} />
            <text class="st" x="0" y={floor - ROW / 2 + 5}>{row.name.length > NAME_LETTERS ? `${row.name.slice(0, NAME_LETTERS - 1).trimEnd()}…` : row.name}<title>{row.name}</title></text>
            {gathered(row, first, last).map((cell) => <Cell key={cell.day} cell={cell} x={x(cell.day) + wide / 2} bottom={floor} floors={floors} />)}
            {row.paused > 0 && <text class="n paused" x={WIDTH} y={floor - 8} text-anchor="end">{row.paused}</text>}
          </g>
        );
      })}
      <line class="today" x1={x(0)} x2={x(0)} y1="4" y2={bottom + 6} />
      <line class="ax" x1={WIDTH - RIGHT + 8} x2={WIDTH - RIGHT + 8} y1={TOP} y2={bottom} />
      {Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((d) => d === 0 || d === first || d === last || (d % 2 === 0 && d - first > 1 && last - d > 1))
        .map((d) => <text key={d} class={d === 0 ? 'n now' : 'n'} x={x(d) + wide / 2} y={height - 8} text-anchor="middle">{label(d)}</text>)}
      <text class="n" x={WIDTH} y={height - 8} text-anchor="end">{pausedLabel}</text>
    </svg>
  );
}
