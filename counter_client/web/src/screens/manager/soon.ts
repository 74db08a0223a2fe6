/** What is amber: due today, or near due. The sentence, the strip and its headings count the same. */
type Cell = { days_left: number | null; count: number; overdue: number; near_due: number };

/** How many of a cell of the strip; the server lists those near due first. */
export const soonOf = (cell: Cell): number => (cell.days_left === null || cell.days_left < 0 ? 0 : cell.days_left === 0 ? cell.count - cell.overdue : cell.near_due);

export const soonAmong = (rows: readonly { days: readonly Cell[] }[]): number => rows.flatMap((r) => r.days).reduce((n, cell) => n + soonOf(cell), 0);
