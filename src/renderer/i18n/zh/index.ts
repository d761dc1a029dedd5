import { zh as sentences } from '#shared/sentences/zh';
import { alerts } from './alerts';
import { app } from './app';
import { backup } from './backup';
import { camera } from './camera';
import { cameras } from './cameras';
import { computer } from './computer';
import { corrections } from './corrections';
import { day } from './day';
import { figures } from './figures';
import { firstRun } from './first-run';
import { history } from './history';
import { integrations } from './integrations';
import { print } from './print';
import { quality } from './quality';
import { refused } from './refused';
import { reports } from './reports';
import { settings } from './settings';
import { setup } from './setup';
import { today } from './today';
import { sharing } from './sharing';
import { tv } from './tv';
import type { Messages } from '..';

export const zh: Messages = {
  sentences,
  ...app,
  figures,
  today,
  day,
  tv,
  history,
  corrections,
  cameras,
  camera,
  setup,
  firstRun,
  sharing,
  refused,
  quality,
  settings,
  computer,
  alerts,
  backup,
  integrations,
  print,
  reports,
};
