import { randomUUID } from 'node:crypto';
import type { IntegrationConfig, IntegrationProblem } from '#shared/domain';
import type { Alert } from '../../core/alerts/types';
import type { Core, EpochMs } from '../../core/types';
import { networkProblem } from '../network-problem';
import { Outlet, type IntegrationsChange, type OutletDeps, type Running } from '../outlet';
import { post, type WebhookTarget } from './post';
import { WebhookSender } from './sender';

const [addressName, secretName] = ['webhook-address', 'webhook-secret'];

/** An address of the owner's that every alert is posted to. The address is a secret itself: it may hold a key. */
export class WebhookOutlet extends Outlet {
  #sender: WebhookSender | null = null;

  constructor(deps: OutletDeps) {
    super(deps, 'Webhook');
  }

  tell(alert: Alert, at: EpochMs): void {
    this.#sender?.tell(alert, at);
  }

  async keepSecrets(_config: IntegrationConfig, { webhook: change }: IntegrationsChange): Promise<void> {
    const { secrets } = this.deps;
    if (change?.url !== undefined) await secrets.put(addressName, '', change.url);
    if (change?.secret !== undefined) await secrets.put(secretName, this.#origin() ?? '', change.secret);
  }

  hasSecret(): boolean {
    return (this.#target()?.secret ?? null) !== null;
  }

  /** Where it leads, without what may be a key. */
  shownPlace(): string | null {
    const url = this.deps.secrets.get(addressName, '');
    return url === null ? null : new URL(url).host;
  }

  async test(): Promise<IntegrationProblem | null> {
    const target = this.#target();
    if (!target) return 'incomplete';
    const now = this.deps.clock.now();
    const id = randomUUID();
    const text = 'Foyer reaches this address.';
    const body = JSON.stringify({ id, at: new Date(now).toISOString(), text, alert: { kind: 'test' } });
    try {
      await post(target, id, body, now);
      return null;
    } catch (error) {
      return networkProblem(error) ?? 'other';
    }
  }

  protected runsWith({ webhook }: IntegrationConfig): object | null {
    return webhook.isOn ? [this.#target()] : null;
  }

  protected begin(_core: Core): Running | null {
    const target = this.#target();
    if (!target) return null;
    const sender = new WebhookSender(target, this.deps.clock, this.keeper);
    this.#sender = sender;
    return {
      stop: () => {
        this.#sender = null;
        return sender.stop();
      },
    };
  }

  #target(): WebhookTarget | null {
    const { secrets } = this.deps;
    const url = secrets.get(addressName, '');
    if (url === null) return null;
    return { url, secret: secrets.get(secretName, this.#origin() ?? '') };
  }

  #origin(): string | null {
    const url = this.deps.secrets.get(addressName, '');
    return url === null ? null : new URL(url).origin;
  }
}
