import { randomUUID } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import type { IntegrationConfig, IntegrationProblem, MqttSettings } from '#shared/domain';
import type { Core } from '../../core/types';
import { given } from '../given';
import { DeliveryError, within } from '../network-problem';
import { Outlet, type IntegrationsChange, type OutletDeps, type Running } from '../outlet';
import { mqttProblem, open } from './connect';
import { MqttPublisher } from './publisher';

const name = 'mqtt';
const testWithinMs = 15_000;

/** An MQTT broker, with discovery for Home Assistant. */
export class MqttOutlet extends Outlet {
  constructor(deps: OutletDeps) {
    super(deps, 'MQTT');
  }

  async keepSecrets({ mqtt }: IntegrationConfig, { mqtt: change }: IntegrationsChange): Promise<void> {
    if (change?.password === undefined) return;
    await this.deps.secrets.put(name, placeOf({ ...mqtt, ...given(change) }), change.password);
  }

  hasSecret({ mqtt }: IntegrationConfig): boolean {
    return this.#password(mqtt) !== null;
  }

  async test({ mqtt }: IntegrationConfig): Promise<IntegrationProblem | null> {
    if (mqtt.host === '') return 'incomplete';
    const clientId = `foyer-test-${randomUUID().slice(0, 8)}`;
    const client = await open(mqtt, this.#password(mqtt), { clientId, reconnectPeriod: 0 });
    try {
      await within(connected(client), testWithinMs);
      const payload = new Date(this.deps.clock.now()).toISOString();
      await within(client.publishAsync(`${mqtt.topic}/test`, payload, { qos: 1 }), testWithinMs);
      return null;
    } catch (error) {
      return mqttProblem(error);
    } finally {
      client.on('error', () => undefined);
      client.end(true);
    }
  }

  protected runsWith({ mqtt }: IntegrationConfig): object | null {
    return mqtt.isOn ? [mqtt, this.#password(mqtt)] : null;
  }

  protected begin(core: Core, { mqtt }: IntegrationConfig, installation: string): Running | null {
    if (mqtt.host === '') return null;
    const { log, version } = this.deps;
    const password = this.#password(mqtt);
    return new MqttPublisher({
      core,
      settings: mqtt,
      password,
      installation,
      version,
      status: this.keeper,
      log,
    });
  }

  #password(settings: MqttSettings): string | null {
    return this.deps.secrets.get(name, placeOf(settings));
  }
}

/** @throws what the broker or the network says against it */
function connected(client: MqttClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('connect', () => {
      resolve();
    });
    client.once('error', reject);
    client.once('close', () => {
      reject(new DeliveryError('unreachable'));
    });
  });
}

/** A password that was typed for one broker, and for an encrypted line, is not sent elsewhere or in the open. */
function placeOf({ host, port, user, encryption }: MqttSettings): string {
  return JSON.stringify([host, port, user, encryption]);
}
