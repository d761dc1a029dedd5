import type { Outcome } from '#shared/contract';

export type QueryName =
  | 'from'
  | 'to'
  | 'by'
  | 'hours'
  | 'camera'
  | 'site'
  | 'preset'
  | 'decimal'
  | 'language';
export const historyQuery: readonly QueryName[] = ['from', 'to', 'by', 'hours', 'camera', 'site'];
export const exportQuery: readonly QueryName[] = [...historyQuery, 'preset', 'decimal'];
export const workbookQuery: readonly QueryName[] = [...exportQuery, 'language'];
export const personsQuery: readonly QueryName[] = ['from', 'to', 'camera', 'site', 'preset', 'decimal'];

/**
 * Parameters of a contract method from an address, `camera` repeatable. Values are not checked
 * here, that is the contract's business; but a misspelt name would silently ask for something else.
 */
export function rangeFromQuery(
  querystring: string,
  known: readonly QueryName[],
): Outcome<Record<string, unknown>> {
  const query = new URLSearchParams(querystring);
  const params: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    if (!known.some((one) => one === name)) {
      return invalid(`There is no parameter "${name}" here. There are: ${known.join(', ')}.`);
    }
    const values = query.getAll(name);
    if (name === 'camera') params['cameras'] = values;
    else if (values.length === 1) params[name] = values[0];
    else return invalid(`The parameter "${name}" stands there twice.`);
  }
  return { ok: true, result: params };
}

function invalid(message: string): Outcome<never> {
  return { ok: false, error: { code: 'invalid', message } };
}
