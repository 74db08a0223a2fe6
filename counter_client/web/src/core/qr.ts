/** QR codes, a file of its own: a screen loads it when it has opened (qr-later.ts). */
import { generate } from 'lean-qr/nano';

/** The dark squares of a code for `text` as one SVG path, in units of a square, and how many stand in a row. */
export function qrPath(text: string): { size: number; path: string } {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { size: code.size, path };
}
