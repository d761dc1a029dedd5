import type { ScheduleRunner } from '../reports/schedule/runner';
import type { ApiContext, Handlers } from './answers';
import { backupMethods } from './backup-methods';
import { cameraMethods } from './camera-methods';
import { correctionMethods } from './correction-methods';
import { exportMethods } from './exports';
import { scheduleMethods } from './schedule-methods';
import { sharingMethods } from './sharing-methods';
import { integrationMethods } from './integration-methods';
import { siteMethods } from './site-methods';
import { systemMethods } from './system-methods';
import { tillMethods } from './till-methods';

export type { Handlers } from './answers';

/** One short function for each method of the contract. */
export function createHandlers(context: ApiContext, schedule: ScheduleRunner): Handlers {
  return {
    ...cameraMethods(context),
    ...siteMethods(context),
    ...integrationMethods(context),
    ...systemMethods(context, schedule),
    ...backupMethods(context),
    ...exportMethods(context),
    ...sharingMethods(context),
    ...tillMethods(context),
    ...correctionMethods(context),
    ...scheduleMethods(context, schedule),
  };
}
