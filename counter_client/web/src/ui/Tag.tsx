import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

/** A status: word, icon and colour together, never colour alone. */
export function Tag({ tone, icon, children }: { tone?: 'ok' | 'warn' | 'bad' | 'info'; icon?: string; children: ComponentChildren }) {
  return <span class={tone ? `tag ${tone}` : 'tag'}>{icon && <Icon of={icon} />}{children}</span>;
}
