import type { IClientOptions, MqttClient } from 'mqtt';
import type { IntegrationProblem, MqttSettings } from '#shared/domain';
import { networkProblem } from '../network-problem';

const connectWithinMs = 10_000;

/** A client that connects by itself, again and again. */
export async function open(
  settings: MqttSettings,
  password: string | null,
  options: IClientOptions,
): Promise<MqttClient> {
  // Loaded by those who use it only.
  const { connect } = await import('mqtt');
  const { host, port, user, encryption } = settings;
  return connect({
    protocol: encryption === 'off' ? 'mqtt' : 'mqtts',
    host,
    port,
    ...(user === '' ? {} : { username: user }),
    ...(user === '' || password === null ? {} : { password }),
    rejectUnauthorized: encryption === 'verified',
    // Every broker speaks 3.1.1.
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    connectTimeout: connectWithinMs,
    reconnectOnConnackError: true,
    // Nothing waits in here: after a connection everything is told anew.
    queueQoSZero: false,
    resubscribe: false,
    ...options,
  });
}

/** MQTT 3.1.1 §3.2.2.3: what a broker says to a login. */
const loginCodes: unknown[] = [4, 5];

/** What an error of `mqtt` means for the owner. */
export function mqttProblem(error: unknown): IntegrationProblem {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (loginCodes.includes(code)) return 'login';
  if (typeof code === 'number') return 'refused';
  return networkProblem(error) ?? 'other';
}
