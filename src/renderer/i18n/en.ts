import { app } from './en/app';
import { cameras } from './en/cameras';
import { figures } from './en/figures';
import { history } from './en/history';
import { quality } from './en/quality';
import { settings } from './en/settings';
import { today } from './en/today';

/** All English texts, by screen. `{x}` is put in, `a | b` chooses by number, `{'@'}` writes a sign of that syntax. */
export const en = { ...app, figures, today, history, cameras, quality, settings };
