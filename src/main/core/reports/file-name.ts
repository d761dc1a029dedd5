import { siteOf, type QueryContext } from '../queries/context';
import { camerasIn, rangeOf, type RangeParams } from '../queries/scope';
import { localDate } from '../time/zone';

const LONGEST_SITE = 60;
/** Most file systems have room for 255 bytes, of which the rest of the name and what is put around it take some. */
const LONGEST_SITE_BYTES = 180;

/**
 * `visitors_<site>_<from>_<to>_<granularity>.csv`, both days included, in characters that every system allows.
 * @param by left out of the name where it is `null`
 */
export function rangeFileName(
  context: QueryContext,
  params: RangeParams,
  what: string,
  by: string | null,
  ending: string,
): string {
  const { timeZone, range } = rangeOf(context, params);
  const from = localDate(timeZone, range.start);
  const to = localDate(timeZone, Math.max(range.start, range.end - 1));
  const parts = [what, safeName(siteName(context, params)), from, to, ...(by === null ? [] : [by])];
  return `${parts.join('_')}.${ending}`;
}

function siteName(context: QueryContext, params: RangeParams): string {
  const sites = new Set(camerasIn(context, params).map((camera) => siteOf(context, camera).name));
  const [only] = sites;
  if (params.site === undefined && sites.size > 1) return 'all';
  return only ?? context.state.sites.first().name;
}

/**
 * Windows forbids `<>:"/\\|?*`, control characters, and a dot or blank at the end. Signs that cannot be seen, such as
 * those that turn the direction of what follows, would have the name read as what it is not.
 */
function safeName(name: string): string {
  const letters = [...name.replace(/\s+/g, '-').replace(/[<>:"/\\|?*]|\p{C}/gu, '-')];
  let safe = '';
  for (const letter of letters.slice(0, LONGEST_SITE)) {
    if (Buffer.byteLength(safe + letter) > LONGEST_SITE_BYTES) break;
    safe += letter;
  }
  return safe.replace(/[. ]+$/, '') || 'site';
}
