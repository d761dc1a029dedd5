import type { Sentence } from '../sentences';
import type { AlertSettings } from './alerts';
import type { ScheduleProblem } from './schedule';
import type { Instant } from './words';

/** Languages of the pages; `auto` is the one of whoever looks. */
export const languageChoices = ['auto', 'en', 'es', 'de', 'fr', 'pt', 'zh'] as const;
export type LanguageChoice = (typeof languageChoices)[number];

export interface Settings {
  cameraPort: number;
  /** Second port, for cameras that can encrypt (V1.9 §5, V1.3); `null` for none. */
  cameraHttpsPort: number | null;
  /** Addresses and networks that may send counts (`192.168.1.40`, `10.0.0.0/24`); empty: all may. */
  cameraAddresses: string[];
  /** `all`: a camera that calls is counted and asks for a name. `added`: only cameras the owner added. */
  acceptCameras: 'all' | 'added';
  /** Days that single reports and person events are kept. Sums are kept for ever. */
  rawRetentionDays: number;
  /** Below this height, in cm, a person counts as a child where the camera does not say. */
  childHeightCm: number;
  language: LanguageChoice;
  /** Desktop app: start, without a window, when the owner signs in to this computer. */
  startWithComputer: boolean;
  /** Desktop app: keep this computer from going to sleep while Foyer runs. */
  keepAwake: boolean;
  /** Desktop app: closing the window leaves Foyer counting in the notification area. */
  closeToTray: boolean;
  /** Desktop app: look for a newer version now and then. It is never installed unasked. */
  checkForUpdates: boolean;
  alerts: AlertSettings;
}

/** One address of this computer that a camera could be pointed at. */
export interface NetworkAddress {
  address: string;
  /** Name of the network adapter as the system shows it. */
  adapter: string;
}

export interface SystemInfo {
  version: string;
  /** Port the camera listener really uses; `null` when it is not listening. */
  cameraPort: number | null;
  /** Why the camera listener is not up, in a sentence. */
  cameraPortProblem: string | null;
  /** The same, for pages in other languages. */
  cameraPortSentence: Sentence | null;
  /** The same three of the encrypted listener; all `null` where none is wanted. */
  cameraHttpsPort: number | null;
  cameraHttpsProblem: string | null;
  cameraHttpsSentence: Sentence | null;
  addresses: NetworkAddress[];
  heartbeatPath: string;
  uploadPath: string;
  /** Addresses of this computer that cameras call but that it does not have any more. */
  lostAddresses: { address: string; cameras: string[] }[];
  isDemoRunning: boolean;
  /** The device that last opened the page on the camera port, as an owner does to try the address. */
  lastVisit: { at: Instant; address: string } | null;
  dataFolder: string;
  /** A sentence for the owner when the data cannot be written. */
  storageProblem: string | null;
  storageSentence: Sentence | null;
  /** Why the newest file of the schedule is not there. */
  scheduleProblem: ScheduleProblem | null;
}

export interface Health {
  ok: boolean;
  version: string;
  cameras: number;
  /** Records in the journal that the newest snapshot does not hold yet. */
  journalLag: number;
  lastSnapshot: Instant | null;
}

/** Within the data folder. Owners have it on their disks: another name would leave their backups behind. */
export const backupFolderName = 'backups';

/** A copy of everything, in the folder `backups` of the data folder. */
export interface Backup {
  /** Name of the file. */
  name: string;
  /** `daily`: made by the clock or by hand. `before-restore`: what was there when another took its place. */
  kind: 'daily' | 'before-restore';
  /** Local day on which it was made, `YYYY-MM-DD`. */
  day: string;
  madeAt: Instant;
  bytes: number;
}
