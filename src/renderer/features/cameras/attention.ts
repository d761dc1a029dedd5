import type { CameraSummary } from '#shared/domain';
import { isClockWrong } from '../../figures/clock-skew';

/** Why a camera needs a look, worst first. */
export const attentionReasons = ['flooding', 'offline', 'new', 'clock', 'waiting'] as const;
export type AttentionReason = (typeof attentionReasons)[number];

/** @returns the gravest reason; `null` for a camera that is well, or that the owner has put away */
export function attentionOf(camera: CameraSummary): AttentionReason | null {
  if (camera.state === 'blocked' || camera.state === 'retired') return null;
  if (camera.isFlooding) return 'flooding';
  if (camera.lastSeen === null) return 'waiting';
  if (camera.status === 'offline') return 'offline';
  if (camera.state === 'new') return 'new';
  return isClockWrong(camera.clockSkewSeconds) ? 'clock' : null;
}

export interface CameraGroups {
  /** By gravity, then by name. */
  attention: CameraSummary[];
  fine: CameraSummary[];
  blocked: CameraSummary[];
  retired: CameraSummary[];
}

/** @param locale whose alphabet the names follow */
export function groupCameras(cameras: readonly CameraSummary[], locale: string): CameraGroups {
  const groups: CameraGroups = { attention: [], fine: [], blocked: [], retired: [] };
  for (const camera of cameras) {
    if (camera.state === 'blocked' || camera.state === 'retired') groups[camera.state].push(camera);
    else groups[attentionOf(camera) === null ? 'fine' : 'attention'].push(camera);
  }
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const gravity = (camera: CameraSummary) =>
    attentionReasons.findIndex((reason) => reason === attentionOf(camera));
  const order = (a: CameraSummary, b: CameraSummary) =>
    gravity(a) - gravity(b) || compare(a.name, b.name) || compare(a.sn, b.sn);
  for (const list of Object.values(groups) as CameraSummary[][]) list.sort(order);
  return groups;
}

/** Whether what somebody types stands in the name or the serial number. */
export function isFound(camera: CameraSummary, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [camera.name, camera.sn].some((value) => value.toLowerCase().includes(wanted));
}
