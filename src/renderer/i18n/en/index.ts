import { app } from './app';
import { cameras } from './cameras';
import { day } from './day';
import { figures } from './figures';
import { history } from './history';
import { quality } from './quality';
import { settings } from './settings';
import { today } from './today';
import { tv } from './tv';

/** All English texts, by screen. `{x}` is put in, `a | b` chooses by number, `{'@'}` writes a sign of that syntax. */
export const en = { ...app, figures, today, day, tv, history, cameras, quality, settings };
