import type { Settings } from '#shared/domain';
import type { Sql } from '../storage/sql';

export const defaultSettings: Settings = {
  cameraPort: 8080,
  acceptCameras: 'all',
  rawRetentionDays: 31,
  childHeightCm: 140,
};

/** The owner's settings, as one row; what an older Foyer did not know has its default. */
export class SettingsStore {
  #settings: Settings | null = null;

  constructor(private readonly sql: Sql) {}

  get(): Settings {
    if (!this.#settings) {
      const row = this.sql.get("SELECT value FROM meta WHERE key = 'settings'");
      const stored = row ? (JSON.parse(String(row[0])) as Partial<Settings>) : {};
      this.#settings = { ...defaultSettings, ...stored };
    }
    return this.#settings;
  }

  update(change: Partial<Settings>): Settings {
    const settings = { ...this.get(), ...change };
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
