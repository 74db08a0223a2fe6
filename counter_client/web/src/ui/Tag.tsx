import type { ComponentChildren } from 'preact';
import { Check, Circle, CircleX, Info, TriangleAlert } from 'lucide-static';
import { Icon } from './Icon';

type Tone = 'ok' | 'warn' | 'bad' | 'info';
const SIGNS: Record<Tone, string> = { ok: Check, warn: TriangleAlert, bad: CircleX, info: Info };

/** A status: word, icon and colour together, never colour alone. `icon` where one says more than that of the tone. */
export function Tag({ tone, icon, children }: { tone?: Tone | undefined; icon?: string; children: ComponentChildren }) {
  return <span class={tone ? `tag ${tone}` : 'tag'}><Icon of={icon ?? (tone ? SIGNS[tone] : Circle)} />{children}</span>;
}
