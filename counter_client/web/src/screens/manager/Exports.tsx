/** The figures as files: what the page shows, made by the server. */
export function Exports() {
  return null;
}
