import type { MqttClient } from 'mqtt';
import type { Log } from '../../core/types';
import { serialOf, type Topics } from './topics';

/**
 * Finds cameras that the broker still tells of, though they were removed while nobody could tell it so. A broker
 * says by itself what it keeps as soon as somebody listens.
 */
export class LeftBehind {
  #serials = new Set<string>();

  constructor(
    private readonly topics: Topics,
    private readonly log: Log,
    private readonly onFound: () => void,
  ) {}

  /** Serials of cameras that the broker keeps something of. */
  get serials(): ReadonlySet<string> {
    return this.#serials;
  }

  /** To be called once for each client, and not waited for: a broker may not let everybody listen. */
  listen(client: MqttClient): void {
    const base = this.topics.camera('');
    client.on('message', (topic, payload, { retain }) => {
      // What Foyer tells itself comes back, too, but not as something that was kept.
      if (!retain || payload.byteLength === 0 || !topic.startsWith(base)) return;
      const sn = serialOf(topic.slice(base.length));
      if (sn === null || this.#serials.has(sn)) return;
      this.#serials.add(sn);
      this.onFound();
    });
    client.on('connect', () => {
      this.#serials.clear();
      client.subscribeAsync(`${base}+`, { qos: 0 }).catch((error: unknown) => {
        if (client.connected)
          this.log.info(`MQTT: what was left behind is not looked for (${String(error)})`);
      });
    });
  }
}
