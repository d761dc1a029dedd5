import { siteOf, type QueryContext } from '../queries/context';
import { camerasIn, rangeOf, type RangeParams } from '../queries/scope';
import { localDate } from '../time/zone';

const LONGEST_SITE = 60;

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

/** Windows forbids `<>:"/\|?*`, control characters, and a dot or blank at the end. */
function safeName(name: string): string {
  const safe = [...name]
    .map((letter) => (letter < ' ' || letter === '\x7f' || '<>:"/\\|?*'.includes(letter) ? '-' : letter))
    .slice(0, LONGEST_SITE)
    .join('')
    .replace(/\s+/g, '-')
    .replace(/[. ]+$/, '');
  return safe || 'site';
}
