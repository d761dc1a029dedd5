import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Clock, Log } from '../../core/types';
import { writePrivately } from '../../core/write-privately';
import { isGood, makeCertificate, type Certificate } from './certificate';

/** The certificate of the encrypted camera port, in a file that only the owner's account can read. */
export class CertificateFile {
  /** @param addresses of this computer, at the moment of each call */
  constructor(
    private readonly path: string,
    private readonly addresses: () => readonly string[],
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The one there is, or a new one where that is missing, damaged, about to end or for other addresses. */
  async load(): Promise<Certificate> {
    const addresses = ['127.0.0.1', '::1', ...this.addresses()];
    const known = await this.#read();
    if (known && isGood(known, addresses, this.clock.now())) return known;
    const made = await makeCertificate(addresses, this.clock.now());
    try {
      await writePrivately(this.path, made.key + made.cert);
    } catch (error) {
      // It serves as long as Foyer runs; the next start makes another.
      this.log.error('The certificate of the camera port could not be kept', error);
    }
    return made;
  }

  async #read(): Promise<Certificate | null> {
    try {
      const text = await readFile(this.path, 'utf8');
      const at = text.indexOf('-----BEGIN CERTIFICATE-----');
      const certificate = { key: text.slice(0, at), cert: text.slice(at) };
      const isPair = new X509Certificate(certificate.cert).checkPrivateKey(createPrivateKey(certificate.key));
      return isPair ? certificate : null;
    } catch {
      // Not there, or not what it should be: a new one takes its place.
      return null;
    }
  }
}
