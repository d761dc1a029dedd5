import { generateKeyPair, webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';

export interface Certificate {
  /** PEM, both. */
  key: string;
  cert: string;
}

const DAY_MS = 86_400_000;
/** What browsers and devices take at most. */
const VALID_DAYS = 825;
const RENEW_DAYS_BEFORE = 30;
/** A device whose clock is not set yet may think it is earlier. */
const VALID_DAYS_BEFORE = 365;

/**
 * Makes a certificate that this computer signs itself, for its addresses. RSA, since old cameras know
 * nothing else. Whoever wants more than encryption can have the camera remember it.
 */
export async function makeCertificate(addresses: readonly string[], nowMs: number): Promise<Certificate> {
  // The library looks for the polyfill when it is loaded.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const { subtle } = webcrypto;
  const keys = {
    privateKey: await subtle.importKey('pkcs8', pair.privateKey, algorithm, true, ['sign']),
    publicKey: await subtle.importKey('spki', pair.publicKey, algorithm, true, ['verify']),
  };
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Foyer',
    notBefore: new Date(nowMs - VALID_DAYS_BEFORE * DAY_MS),
    notAfter: new Date(nowMs + VALID_DAYS * DAY_MS),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        ...addresses
          .filter((address) => isIP(address) !== 0)
          .map((value) => ({ type: 'ip' as const, value })),
      ]),
    ],
  });
  const der = Buffer.from(pair.privateKey).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${der.trimEnd()}\n-----END PRIVATE KEY-----\n`,
    cert: `${cert.toString('pem')}\n`,
  };
}

/** Whether a certificate is good for all of these addresses, and will be for a while. */
export function isGood({ cert }: Certificate, addresses: readonly string[], nowMs: number): boolean {
  const parsed = new X509Certificate(cert);
  const endMs = Date.parse(parsed.validTo) - RENEW_DAYS_BEFORE * DAY_MS;
  // It may also have been made by a clock that was years ahead.
  const isInTime = Date.parse(parsed.validFrom) <= nowMs && nowMs < endMs;
  return (
    isInTime && addresses.every((address) => isIP(address) === 0 || parsed.checkIP(address) !== undefined)
  );
}
