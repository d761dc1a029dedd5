import { escapeHtml, plainFormPolicy, plainPage, plainPagePolicy } from '../html';
import type { DashboardContext } from './context';
import type { Door } from './door';
import { codePath } from './door-code';
import { doorLanguages, doorTexts } from './door-texts';

/** Why somebody who showed something was not let in; `null`: nothing was shown. */
export type DoorTrouble = 'spent-link' | 'wrong-code' | 'session-over' | null;

/** What a browser shows that was not let in: how to come in. */
export function sendDoorPage(ctx: DashboardContext, kind: Door['kind'], trouble: DoorTrouble): void {
  ctx.status = 401;
  ctx.type = 'html';
  if (kind === 'owner') {
    ctx.set('Content-Security-Policy', plainPagePolicy);
    ctx.body = plainPage(
      'Open Foyer with its link',
      '<p>Foyer prints a link with a key in it when it starts. Open that link; a link from an earlier start no longer works.</p>',
    );
    return;
  }
  const { texts, language } = textsFor(ctx);
  const troubles = {
    'spent-link': texts.spentLink,
    'wrong-code': texts.wrongCode,
    'session-over': texts.sessionOver,
  };
  ctx.set('Content-Security-Policy', plainFormPolicy);
  // Under "no-referrer" browsers would not say which page sends the form, and it would be turned away.
  ctx.set('Referrer-Policy', 'same-origin');
  ctx.body = plainPage(
    texts.title,
    `${trouble === null ? '' : `<p role="alert"><strong>${escapeHtml(troubles[trouble])}</strong></p>`}
<p>${escapeHtml(texts.help)}</p>
<form method="post" action="${codePath}">
<label>${escapeHtml(texts.code)}
<input name="code" required maxlength="16" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" placeholder="ABCD-2345"></label>
<button>${escapeHtml(texts.open)}</button>
</form>`,
    language,
  );
}

/** For a device that was just let in; goes on to the pages by itself. */
export function sendWelcome(ctx: DashboardContext): void {
  const { texts, language } = textsFor(ctx);
  ctx.type = 'html';
  ctx.set('Content-Security-Policy', plainPagePolicy);
  ctx.set('Refresh', '0;url=/');
  ctx.body = plainPage(texts.welcome, `<p><a href="/">${escapeHtml(texts.goOn)}</a></p>`, language);
}

function textsFor(ctx: DashboardContext) {
  const accepted = ctx.acceptsLanguages(...doorLanguages);
  const language = accepted !== false && Object.hasOwn(doorTexts, accepted) ? accepted : 'en';
  const texts = doorTexts[language];
  if (!texts) throw new Error(`No texts in ${language}`);
  return { texts, language };
}
