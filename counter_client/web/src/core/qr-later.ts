/** The maker of QR codes, loaded once the screen has opened and kept; null until it is there. */
import { signal } from '@preact/signals-core';

declare const QR_MODULE: string;
type Maker = typeof import('./qr').qrPath;
export const qrMaker = signal<Maker | null>(null);

export async function loadQr(): Promise<void> {
  try {
    qrMaker.value ??= (await import(QR_MODULE) as typeof import('./qr')).qrPath;
  } catch {
    setTimeout(() => void loadQr(), 5000); // the server is away
  }
}
