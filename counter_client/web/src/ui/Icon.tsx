/** An icon of lucide, drawn in the colour of the text beside it. Decoration: the words beside it say what it means. */
export function Icon({ of, class: more }: { of: string; class?: string }) {
  const inner = of.slice(of.indexOf('>') + 1, of.lastIndexOf('</svg>'));
  return <svg class={more ? `ic ${more}` : 'ic'} viewBox="0 0 24 24" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: inner }} />;
}
