import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

type ButtonLook = 'primary' | 'strong' | 'quiet' | 'danger';
type Props = {
  look?: ButtonLook;
  icon?: string;
  /** The key that does the same, as keys.ts names it; shown on the button and told to screen readers. */
  shortcut?: string;
  /** Why it cannot be used now: it stays focusable and says so, and does nothing. */
  blocked?: string | null;
  class?: string;
  type?: 'button' | 'submit';
  onClick?: () => void;
  children: ComponentChildren;
};

export function Button({ look, icon, shortcut, blocked, class: more, type = 'button', onClick, children }: Props) {
  const looks = ['btn', look && `btn-${look}`, more].filter(Boolean).join(' ');
  const told = blocked ? { 'aria-disabled': true, title: blocked } : {};
  return (
    <button class={looks} type={type} {...told} {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
      onClick={(e) => { if (blocked) e.preventDefault(); else onClick?.(); }}>
      {icon && <Icon of={icon} />}
      {children}
      {blocked && <span class="vh">. {blocked}</span>}
      {shortcut && <span class="kbd" aria-hidden="true">{shortcut}</span>}
    </button>
  );
}
