import { fileSchema, type FileRequest } from '#shared/contract';
import type { Core } from '../../src/main/core/types';

/** A whole file, as the owner would get it. */
export async function exported(
  core: Core,
  request: FileRequest,
): Promise<{ fileName: string; bytes: Buffer; text: string; dones: number[]; total: number }> {
  const opened = await core.openExport(fileSchema.parse(request), 'manage');
  if (!opened.ok) throw new Error(opened.error.message);
  const { fileName, total, pieces } = opened.result;
  const parts: Uint8Array[] = [];
  const dones: number[] = [];
  for await (const { bytes, done } of pieces) {
    parts.push(Buffer.from(bytes));
    dones.push(done);
  }
  const bytes = Buffer.concat(parts);
  return { fileName, bytes, text: bytes.toString(), dones, total };
}
