/** An icon of lucide (what stands inside its <svg>: build.mjs), drawn in the colour of the text beside it. Decoration: the words beside it say what it means. */
export function Icon({ of, class: more }: { of: string; class?: string }) {
  return <svg class={more ? `ic ${more}` : 'ic'} viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: of }} />;
}
