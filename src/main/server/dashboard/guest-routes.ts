import { apiPrefix, isApiPath, metricsPath, type DashboardContext } from './context';

const data = ['/cameras', '/sites', '/history', '/health', '/events'].map((path) => apiPrefix + path);
const readable = new Set([...data, metricsPath]);
const rpcPrefix = `${apiPrefix}/rpc/`;

/**
 * Whether guests may ask for this address: the pages' files, and the data that the core then cuts down to
 * what guests see. Whatever is served beside that begins closed to them.
 */
export function isForGuests({ method, path }: Pick<DashboardContext, 'method' | 'path'>): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isApiPath(path)) return false;
  return isReading ? readable.has(path) : method === 'POST' && path.startsWith(rpcPrefix);
}
