import type { Settings } from '#shared/domain';
import type { Sql } from '../storage/sql';

export const defaultSettings: Settings = {
  cameraPort: 8080,
  cameraHttpsPort: null,
  cameraAddresses: [],
  acceptCameras: 'all',
  rawRetentionDays: 31,
  childHeightCm: 140,
  language: 'auto',
  startWithComputer: false,
  keepAwake: false,
  closeToTray: true,
  checkForUpdates: true,
  alerts: {
    cameraSilent: true,
    cameraBack: true,
    occupancyLimit: true,
    enteredWhileClosed: true,
    insideAtClosing: true,
    storageTrouble: true,
    reportTrouble: true,
    addressChanged: true,
    silentAfterMinutes: 10,
    occupancyLimitPeople: null,
    staffMinutes: 30,
  },
};

/** A change of settings: of the alerts, too, only those that change are named. */
export type SettingsChange = Partial<Omit<Settings, 'alerts'>> & { alerts?: Partial<Settings['alerts']> };

/** The owner's settings, as one row; what an older Foyer did not know has its default. */
export class SettingsStore {
  #settings: Settings | null = null;

  constructor(private readonly sql: Sql) {}

  get(): Settings {
    if (!this.#settings) {
      const row = this.sql.get("SELECT value FROM meta WHERE key = 'settings'");
      const stored = row ? (JSON.parse(String(row[0])) as SettingsChange) : {};
      this.#settings = merged(defaultSettings, stored);
    }
    return this.#settings;
  }

  update(change: SettingsChange): Settings {
    const settings = merged(this.get(), change);
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('settings', ?)", [
      JSON.stringify(settings),
    ]);
    this.#settings = settings;
    return settings;
  }

  reload(): void {
    this.#settings = null;
  }
}

function merged(settings: Settings, change: SettingsChange): Settings {
  return { ...settings, ...change, alerts: { ...settings.alerts, ...change.alerts } };
}
