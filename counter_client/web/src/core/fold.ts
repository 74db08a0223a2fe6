/**
 * Search that forgives tones, marks and case: "nguyen duc" finds "Nguyễn Đức". The server's search
 * folds the same way.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

/** How well `text` answers `query`: 0 not at all, 1 folded somewhere, 2 folded at a word's start, 3 exact spelling, 4 exact at the start. */
export function rank(text: string, query: string): number {
  const exact = text.normalize('NFC').toLowerCase(), asked = query.normalize('NFC').toLowerCase().trim();
  if (!asked) return 1;
  if (exact.startsWith(asked)) return 4;
  if (exact.includes(asked)) return 3;
  const folded = fold(text), loose = fold(query);
  if (folded.startsWith(loose) || folded.includes(' ' + loose)) return 2;
  return folded.includes(loose) ? 1 : 0;
}

/** The items that answer `query`, best first; equals keep their order. */
export function search<T>(items: readonly T[], query: string, text: (item: T) => string): T[] {
  return items.map((item) => ({ item, rank: rank(text(item), query) })).filter((x) => x.rank > 0)
    .sort((a, b) => b.rank - a.rank).map((x) => x.item);
}

const COLLATOR = new Intl.Collator('vi');
/** Order of people's names: given name (the last word), then the middle, then the family name. */
export function byName(a: string, b: string): number {
  const turned = (name: string) => { const w = name.trim().split(/\s+/); return [w.at(-1) ?? '', w.slice(1, -1).join(' '), w[0] ?? '']; };
  const x = turned(a), y = turned(b);
  return COLLATOR.compare(x[0]!, y[0]!) || COLLATOR.compare(x[1]!, y[1]!) || COLLATOR.compare(x[2]!, y[2]!);
}
