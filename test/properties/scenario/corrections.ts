import type { Body } from '../../oracle/types';
import { directionNames } from '../../oracle/types';

/** The same window of a report with other counts. */
export function correctedReport(body: Body, more: number, laterBySeconds: number): Body {
  const corrected: Body = { ...body, in: Math.max(0, Number(body['in']) + more) };
  const { time } = body;
  // In the form in which it was.
  if (typeof time === 'number') corrected['time'] = time + laterBySeconds;
  if (typeof time === 'string') corrected['time'] = String(Number(time) + laterBySeconds);
  return corrected;
}

/** The same windows of a camera's memory with so many percent of the figures. */
export function correctedHistory(body: Body, percent: number, laterBySeconds: number): Body {
  const items = body['data'] as Body[];
  const data = items.map((item) => {
    const counts = directionNames.flatMap((name) => {
      const count = item[name];
      return typeof count === 'number' ? [[name, Math.round((count * percent) / 100)]] : [];
    });
    // One without a time is older than any.
    const written = Number(item['time'] ?? item['endTime']) + laterBySeconds;
    return { ...item, ...Object.fromEntries(counts), time: written };
  });
  return { ...body, data };
}
