import type { Alert } from '../core/alerts/types';
import type { EpochMs, Log } from '../core/types';
import { alertText } from './alert-text';
import type { ShellTexts } from './texts';

const withinMs = 10_000;

/**
 * Posts an alert to an address of the owner's: what happened, as data and as the notification says it. Tried
 * once: an alert that comes late is no alert. Never rejects.
 */
export async function postAlert(
  url: string,
  alert: Alert,
  at: EpochMs,
  texts: ShellTexts,
  log: Log,
): Promise<void> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ at: new Date(at).toISOString(), ...alertText(alert, texts), alert }),
      // Elsewhere is not where the owner wanted it.
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) log.warn(`An alert was posted and answered with ${String(answer.status)}`);
  } catch (error) {
    // The address may hold a key: it stays out of the log, and so does the cause, which may quote it.
    log.warn(`An alert could not be posted (${error instanceof Error ? error.name : 'unknown'})`);
  }
}
