/** What Foyer can tell the owner of by itself. Each can be switched off. */
export const alertKinds = [
  'cameraSilent',
  'cameraBack',
  'occupancyLimit',
  'enteredWhileClosed',
  'insideAtClosing',
  'storageTrouble',
  'reportTrouble',
  'addressChanged',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export type AlertSettings = Record<AlertKind, boolean> & {
  /** Minutes without a sign of life before a camera counts as silent. */
  silentAfterMinutes: number;
  /** People inside one site from which on the owner is told; `null`: there is no limit. */
  occupancyLimitPeople: number | null;
  /** Minutes before opening and after closing in which staff come and go: nobody is told of them. */
  staffMinutes: number;
};
