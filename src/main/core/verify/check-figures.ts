import { countMinutes } from '../counting/minutes';
import { QUARTER_MS } from '../counting/spread';
import { recompute } from '../ingest/recompute';
import type { State } from '../ingest/state';
import { measureColumns } from '../storage/schema';
import { inOrder, many, wrong, type Finding } from './finding';

const MOST_SHOWN = 5;
const figures = ['covered', ...measureColumns];
const additionColumns = ['camera_id', 'start', '"end"', ...measureColumns].join(', ');
const columns = ['camera_id', 'quarter', ...figures].join(', ');

const sums = figures.map((column) => `sum(quarter.${column})`).join(', ');
const wrongDaySums = `
  SELECT camera_id, "from", until, ${figures.join(', ')} FROM day_sum
  EXCEPT
  SELECT day.camera_id, day."from", day.until, ${sums} FROM day_sum AS day
    JOIN quarter ON quarter.camera_id = day.camera_id AND quarter >= day."from" AND quarter < day.until
    GROUP BY day.camera_id, day."from", day.until`;

/** Works out again what is derived and compares. Inside a transaction, which the caller takes back. */
export function checkFigures(state: State): Finding[] {
  const { sql } = state;
  state.flush();
  sql.exec(`CREATE TEMP TABLE before AS SELECT ${columns} FROM quarter`);
  sql.exec(`CREATE TEMP TABLE addition_before AS SELECT ${additionColumns} FROM addition`);
  try {
    // Working everything out again takes them away.
    const days = compareDays(state);
    recompute(state);
    state.flush();
    return [...compareSums(state), ...days, ...compareAdditions(state), ...checkTables(state)];
  } finally {
    sql.exec('DROP TABLE temp.before; DROP TABLE temp.addition_before');
  }
}

function compareSums(state: State): Finding[] {
  const { sql } = state;
  const differing = sql.all(
    `SELECT camera_id, quarter, ${figures.join(', ')} FROM quarter
     EXCEPT SELECT ${columns} FROM before ORDER BY quarter, camera_id`,
  );
  const findings = differing.slice(0, MOST_SHOWN).map(([cameraId, quarter, ...now]) => {
    const before = sql.get(`SELECT ${figures.join(', ')} FROM before WHERE camera_id = ? AND quarter = ?`, [
      Number(cameraId),
      Number(quarter),
    ]);
    const changes = figures.flatMap((name, i) =>
      before?.[i] === now[i]
        ? []
        : [`${name.replaceAll('"', '')} ${show(before?.[i])}, should be ${show(now[i])}`],
    );
    const sn = state.cameras.byId(Number(cameraId))?.sn ?? '?';
    return wrong(`${sn}, ${new Date(Number(quarter) * QUARTER_MS).toISOString()}: ${changes.join('; ')}.`);
  });
  const rest = differing.length - findings.length;
  if (rest > 0) findings.push(wrong(`${many(rest, 'more quarter hour')} do not agree with their reports.`));
  const reports = Number(sql.get('SELECT count(*) FROM report')?.[0]);
  const quarters = Number(sql.get('SELECT count(*) FROM quarter')?.[0]);
  if (findings.length > 0) return findings;
  return [
    inOrder(
      `The sums of ${many(quarters, 'quarter hour')} agree with ${many(reports, 'report')} and history.`,
    ),
  ];
}

function compareAdditions({ sql }: State): Finding[] {
  const [first, second] = ['addition', 'addition_before'].map(
    (table) => `SELECT ${additionColumns} FROM ${table}`,
  );
  const count = (query: string) => Number(sql.get(`SELECT count(*) FROM (${query})`)?.[0]);
  const differing = Math.max(count(`${first} EXCEPT ${second}`), count(`${second} EXCEPT ${first}`));
  return differing === 0
    ? []
    : [wrong(`${many(differing, 'addition')} from history are not what the facts give.`)];
}

function compareDays({ sql }: State): Finding[] {
  const wrongDays = Number(sql.get(`SELECT count(*) FROM (${wrongDaySums})`)?.[0]);
  if (wrongDays === 0) return [];
  return [wrong(`The sums of ${many(wrongDays, 'day')} are not those of their quarter hours.`)];
}

function checkTables({ sql }: State): Finding[] {
  const findings: Finding[] = [];
  const [broken] = sql.all('PRAGMA integrity_check').map(([line]) => String(line));
  if (broken !== 'ok') findings.push(wrong(`The database is damaged: ${broken ?? ''}`));
  const strays = sql.all('PRAGMA foreign_key_check').length;
  if (strays > 0) findings.push(wrong(`${many(strays, 'row')} belong to nothing.`));
  let wrongCounts = 0;
  for (const [live, history, covered] of sql.each(
    'SELECT live_minutes, history_minutes, covered FROM quarter',
  )) {
    if (countMinutes(Number(live) | Number(history)) !== covered) wrongCounts++;
  }
  if (wrongCounts > 0)
    findings.push(wrong(`${many(wrongCounts, 'quarter hour')} count their minutes wrongly.`));
  return findings;
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'unknown';
}
