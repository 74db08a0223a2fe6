/** A screen that nobody sits at is loaded anew at night, so that it takes up a new version and starts with a clean memory. */

const HOUR = 3;
const AFTER_MS = 6 * 3600_000;

/**
 * Whether now is the time: at three by the centre's clock, once (the page has been up for six hours),
 * while the server answers, or the screen would be left empty, and while nothing goes on.
 *
 * upMs    since the page was loaded; by the machine's clock that only runs forward
 * minute  of the centre's day
 */
export const isReloadDue = (s: { upMs: number; minute: number; online: boolean; busy: boolean }): boolean =>
  s.upMs > AFTER_MS && Math.floor(s.minute / 60) === HOUR && s.online && !s.busy;
