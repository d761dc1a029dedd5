import { Notification } from 'electron';
import type { NoticeText } from './alert-text';

/** Notifications on the screen: without a reference to them their clicks would get lost. */
const shown = new Set<Notification>();

/** Shows a notification. @param onClick the owner wants to know more */
export function notify({ title, body }: NoticeText, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  shown.add(notification);
  notification.on('click', () => {
    shown.delete(notification);
    onClick();
  });
  notification.on('close', () => {
    shown.delete(notification);
  });
  notification.show();
}
