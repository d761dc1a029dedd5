import type { HistoryRequest } from './history';
import type { DataMode, EpochMs } from './types';

/** What a heartbeat reply may ask of a camera (V1.9 §2.1); what it does not say stays as it is. */
export interface ReplyData {
  /** Unix seconds. */
  time?: number;
  /** Minutes, 0 = at once. */
  uploadInterval?: number;
  dataMode?: DataMode;
  history?: HistoryRequest;
}

export interface Reply {
  code: 0 | 1 | 2;
  data?: ReplyData;
}

/** @returns undefined for anything that is no reply of the protocol; a field that makes no sense is left out */
export function parseReply(text: string): Reply | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What answered was something else than a receiver.
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const code = value['code'];
  if (code !== 0 && code !== 1 && code !== 2) return undefined;
  return isRecord(value['data']) ? { code, data: readData(value['data']) } : { code };
}

function readData(data: Record<string, unknown>): ReplyData {
  const result: ReplyData = {};
  const time = wholeNumber(data['time']);
  if (time !== undefined) result.time = time;
  const interval = wholeNumber(data['uploadInterval']);
  if (interval !== undefined && interval <= longestIntervalMinutes) result.uploadInterval = interval;
  const mode = readMode(data['dataMode']);
  if (mode !== undefined) result.dataMode = mode;
  const from = epochMs(data['dataStartTime']);
  const to = epochMs(data['dataEndTime']);
  if (from !== undefined && to !== undefined && from < to) result.history = { fromMs: from, toMs: to };
  return result;
}

/** A day. */
const longestIntervalMinutes = 1440;

/** The document prints "Add" and "total"; receivers send either in any case. */
function readMode(value: unknown): DataMode | undefined {
  if (typeof value !== 'string') return undefined;
  const mode = value.trim().toLowerCase();
  return mode === 'add' ? 'Add' : mode === 'total' ? 'Total' : undefined;
}

function epochMs(value: unknown): EpochMs | undefined {
  const seconds = wholeNumber(value);
  return seconds === undefined || seconds === 0 ? undefined : seconds * 1000;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
