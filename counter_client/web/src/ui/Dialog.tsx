import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = { title: string; onClose: () => void; class?: string; children: ComponentChildren };

/** A question over the screen. The browser keeps the focus inside and gives it back; Escape closes. */
export function Dialog({ title, onClose, class: more, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  // closed before it leaves the page: only then does the browser give the focus back
  useLayoutEffect(() => {
    const dialog = box.current!;
    if (!dialog.open) dialog.showModal();
    return () => dialog.close();
  }, []);
  // Chromium lets Escape close a dialog behind our back the second time; so the key is ours
  const keydown = (e: KeyboardEvent) => {
    if (e.key !== 'Escape' || e.isComposing) return;
    e.preventDefault();
    e.stopPropagation();
    onClose();
  };
  return (
    <dialog ref={box} class={more ? `dialog ${more}` : 'dialog'} aria-labelledby="dialog-title" onKeyDown={keydown} onCancel={(e) => { e.preventDefault(); onClose(); }}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
