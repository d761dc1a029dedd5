import type { Alert } from '../../core/alerts/types';

/** An alert in one plain sentence, for receivers that only pass a text on. */
export function sentenceOf(alert: Alert): string {
  switch (alert.kind) {
    case 'cameraSilent':
      return alert.isEveryCamera
        ? 'No camera is calling. The router or its cable is the likeliest cause.'
        : `${alert.names.join(', ')}: nothing was heard for ${String(alert.minutes)} minutes.`;
    case 'cameraBack':
      return `${alert.names.join(', ')}: back.`;
    case 'occupancyLimit':
      return `${alert.site}: ${String(alert.inside)} people are inside, the limit is ${String(alert.limit)}.`;
    case 'enteredWhileClosed':
      return `${alert.site}: ${String(alert.people)} came in while closed.`;
    case 'insideAtClosing':
      return `${alert.site} has closed, and ${String(alert.inside)} have not been seen to leave.`;
    case 'storageTrouble':
      return `Counts cannot be saved: ${alert.problem}`;
    case 'reportTrouble':
      return `The scheduled reports cannot be written (${alert.problem}).`;
    case 'addressChanged':
      return `This PC's address is ${alert.to} now, and cameras still call ${alert.from}.`;
  }
}
