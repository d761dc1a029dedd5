import type { ExportRequest } from '#shared/contract';

/** Address of the CSV of a range; several cameras repeat `camera`. */
export function csvAddress(apiUrl: string, request: ExportRequest): string {
  const address = new URL('export.csv', apiUrl);
  const { cameras = [], ...single } = request;
  for (const [key, value] of Object.entries(single)) {
    if (value !== undefined) address.searchParams.set(key, value);
  }
  for (const sn of cameras) address.searchParams.append('camera', sn);
  return address.href;
}
