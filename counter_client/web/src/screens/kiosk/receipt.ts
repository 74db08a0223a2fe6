/** What the QR code of a receipt says: https://…/hs/CODE?secret=SECRET. */
export function receiptOf(text: string): { code: string; secret: string } | null {
  const found = /\/hs\/([^/?#\s]+)\?(?:[^#\s]*&)?secret=([^&#\s]+)/.exec(text);
  if (!found) return null;
  try {
    return { code: decodeURIComponent(found[1]!), secret: decodeURIComponent(found[2]!) };
  } catch {
    return null;
  }
}
