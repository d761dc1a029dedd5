import type { Alert } from '../core/alerts/types';

export interface NoticeText {
  title: string;
  body: string;
}

const mostNames = 4;

/** An alert as a notification says it: what happened, and what can be done. */
export function alertText(alert: Alert): NoticeText {
  switch (alert.kind) {
    case 'cameraSilent':
      return alert.isEveryCamera
        ? {
            title: 'No camera is calling',
            body: 'Is the network up? The router or its cable is the likeliest cause.',
          }
        : {
            title: `${listed(alert.names)} ${alert.names.length === 1 ? 'is' : 'are'} silent`,
            body: `Nothing was heard for ${String(alert.minutes)} minutes. Check power and network.`,
          };
    case 'cameraBack':
      return {
        title: `${listed(alert.names)} ${alert.names.length === 1 ? 'is' : 'are'} back`,
        body: 'Foyer asks for what was counted meanwhile, where the camera remembers it.',
      };
    case 'occupancyLimit':
      return {
        title: `${String(alert.inside)} people are inside`,
        body: `${alert.site}: the limit is ${String(alert.limit)}.`,
      };
    case 'enteredWhileClosed':
      return {
        title: alert.people === 1 ? 'Somebody came in' : `${String(alert.people)} people came in`,
        body: `${alert.site} is closed.`,
      };
    case 'insideAtClosing':
      return {
        title: 'Is somebody still inside?',
        body: `${alert.site} has closed, and ${String(alert.inside)} ${alert.inside === 1 ? 'person has' : 'people have'} not been seen to leave.`,
      };
    case 'storageTrouble':
      return { title: 'Counts cannot be saved', body: alert.problem };
    case 'addressChanged':
      return {
        title: 'This PC has a new address',
        body: `It is ${alert.to} now, and cameras still call ${alert.from}. Type the new one into them, or let the router keep the old one.`,
      };
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
}
