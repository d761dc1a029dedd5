import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '#shared/domain';
import type { Clock, Core, Host, Log } from './core/types';
import { CameraPort } from './server/camera-port';
import { createCameraServer } from './server/camera-server';
import { CertificateFile } from './server/camera/certificate-file';
import { CameraGuard } from './server/camera/guard';
import type { ListenOutcome } from './server/listener';
import { reachableAddresses } from './server/network-addresses';

export interface CameraPortsOptions {
  host: string;
  dataFolder: string;
  /** Open once the ports are. */
  core: () => Core;
  clock: Clock;
  log: Log;
}

const RENEW_EVERY_MS = 10 * 60_000;

/** The listeners for cameras: in clear, as all of them can, and encrypted for those that can. One guard for both. */
export class CameraPorts {
  readonly http: CameraPort;
  readonly https: CameraPort;
  readonly guard = new CameraGuard();
  #lastVisit: ReturnType<Host['lastVisit']> = null;
  #certificate: CertificateFile;
  /** Gives the certificate in use a new one, while the encrypted port is open. */
  #renew: () => Promise<void> = () => Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor({ host, dataFolder, core, clock, log }: CameraPortsOptions) {
    const { guard } = this;
    const onVisit = (address: string) => (this.#lastVisit = { at: clock.now(), address });
    const deps = () => ({ core: core(), clock, log, guard, onVisit });
    const addresses = () => reachableAddresses(networkInterfaces()).map(({ address }) => address);
    this.#certificate = new CertificateFile(join(dataFolder, 'camera-https.pem'), addresses, clock, log);
    this.http = new CameraPort(host, () => createCameraServer(deps()));
    this.https = new CameraPort(host, () => this.#createEncrypted(deps), 'https');
    this.#timer = setInterval(() => {
      this.#renew().catch((error: unknown) => {
        log.error('The certificate of the camera port could not be renewed', error);
      });
    }, RENEW_EVERY_MS);
    this.#timer.unref();
  }

  /** What the core may ask of the listeners. */
  get hostPart(): Pick<
    Host,
    | 'cameraListener'
    | 'changeCameraPort'
    | 'cameraHttps'
    | 'changeCameraHttpsPort'
    | 'allowCameras'
    | 'lastVisit'
  > {
    return {
      cameraListener: () => this.http.state,
      changeCameraPort: (port) => this.http.change(port),
      cameraHttps: () => this.https.state,
      changeCameraHttpsPort: (port) => this.https.change(port),
      allowCameras: (entries) => {
        this.guard.allowList.set(entries);
      },
      lastVisit: () => this.#lastVisit,
    };
  }

  /** Opens what the owner wants. That the encrypted port cannot be had is said in `system.info`. */
  async open(port: number, settings: Settings): Promise<ListenOutcome> {
    this.guard.allowList.set(settings.cameraAddresses);
    const outcome = await this.http.open(port);
    if (settings.cameraHttpsPort !== null) await this.https.open(settings.cameraHttpsPort);
    else await this.https.change(null);
    return outcome;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([this.http.close(), this.https.close()]);
  }

  async #createEncrypted(deps: () => Parameters<typeof createCameraServer>[0]) {
    let certificate = await this.#certificate.load();
    const server = createCameraServer({ ...deps(), certificate });
    this.#renew = async () => {
      const newest = await this.#certificate.load();
      if (newest.cert === certificate.cert) return;
      certificate = newest;
      if ('setSecureContext' in server) server.setSecureContext(newest);
    };
    return server;
  }
}
