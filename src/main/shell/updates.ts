import type { Log } from '../core/types';
import type { NoticeText } from './alert-text';
import type { ShellTexts } from './texts';

/** Where newer versions come from. */
export interface Updater {
  /** @returns the newer version there is, if any; @throws when the feed cannot be read */
  check(): Promise<string | null>;
  /** Fetches what {@link check} found and verifies it. @throws when it is not what its maker published */
  download(): Promise<void>;
  /** Installs what was fetched and starts it; ends this process. */
  install(): void;
}

export interface UpdatesDeps {
  /** `null`: this Foyer was not installed, or is not told of a feed. */
  updater: Updater | null;
  isWanted(): Promise<boolean>;
  notify(text: NoticeText, onClick: () => void): void;
  /** @returns whether the owner agrees */
  ask(text: NoticeText, agree: string, later: string): Promise<boolean>;
  tell(text: NoticeText): void;
  /** In the owner's language of the moment. */
  texts(): ShellTexts;
  /** @returns whether all data is on disk */
  snapshot(): Promise<boolean>;
  /** Ends everything but the process. */
  close(): Promise<void>;
  log: Log;
}

const checkEveryMs = 24 * 3_600_000;
/** The start belongs to the cameras. */
const firstCheckAfterMs = 5 * 60_000;

/** Newer versions of Foyer: looked for seldom, offered once, installed only when the owner agrees. */
export class Updates {
  #offered: string | null = null;
  #isInstalling = false;

  constructor(private readonly deps: UpdatesDeps) {}

  get #say(): ShellTexts['updates'] {
    return this.deps.texts().updates;
  }

  /** Looks now and then. @returns a function that ends that */
  start(): () => void {
    const first = setTimeout(() => void this.checkQuietly(), firstCheckAfterMs);
    const regularly = setInterval(() => void this.checkQuietly(), checkEveryMs);
    return () => {
      clearTimeout(first);
      clearInterval(regularly);
    };
  }

  /** Says something only when there is news, and once. */
  async checkQuietly(): Promise<void> {
    const { updater, isWanted, notify, log } = this.deps;
    if (!updater || this.#isInstalling || !(await isWanted())) return;
    try {
      const version = await updater.check();
      if (version === null || version === this.#offered) return;
      this.#offered = version;
      notify(this.#say.available(version), () => void this.#offer(updater, version));
    } catch (error) {
      // No network is no reason to bother anybody.
      log.info(`Updates could not be looked for: ${String(error)}`);
    }
  }

  /** The owner asked, and is answered in any case. */
  async checkNow(): Promise<void> {
    const { updater, tell, log } = this.deps;
    if (!updater) {
      tell({ title: 'Foyer', body: this.#say.notInstalled });
      return;
    }
    try {
      const version = await updater.check();
      if (version === null) tell({ title: 'Foyer', body: this.#say.newest });
      else await this.#offer(updater, version);
    } catch (error) {
      log.warn(`Updates could not be looked for: ${String(error)}`);
      tell({ title: 'Foyer', body: this.#say.noAnswer });
    }
  }

  async #offer(updater: Updater, version: string): Promise<void> {
    if (this.#isInstalling) return;
    const { ask, tell, snapshot, close, log } = this.deps;
    this.#isInstalling = true;
    try {
      const { offer, install, later } = this.#say;
      if (!(await ask(offer(version), install, later))) return;
      await updater.download();
      if (!(await snapshot())) {
        tell(this.#say.notSaved);
        return;
      }
      // The installer replaces files that the storage thread holds.
      await close();
      updater.install();
    } catch (error) {
      log.error('The update could not be installed', error);
      tell(this.#say.notGenuine);
    } finally {
      this.#isInstalling = false;
    }
  }
}
