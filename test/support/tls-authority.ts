import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const dayMs = 86_400_000;

export interface Issued {
  /** PEM, all three. */
  key: string;
  cert: string;
  authority: string;
}

/**
 * A certificate that an authority of the test's own has signed, as owners make them for a broker or a database.
 * @param name of the server, a host or an address of it
 */
export async function issueCertificate(name: { dns: string } | { ip: string }): Promise<Issued> {
  const { subtle } = crypto;
  const [root, server] = await Promise.all(
    [0, 1].map(() => subtle.generateKey(algorithm, true, ['sign', 'verify'])),
  );
  if (!root || !server) throw new Error('There are no keys');
  const times = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + 30 * dayMs) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    // Authorities of one name would be taken for each other.
    name: `CN=Shop Authority ${randomUUID()}`,
    ...times,
    signingAlgorithm: algorithm,
    keys: root,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  const [type, value] = 'dns' in name ? (['dns', name.dns] as const) : (['ip', name.ip] as const);
  const cert = await x509.X509CertificateGenerator.create({
    subject: 'CN=shop-server',
    issuer: authority.subject,
    ...times,
    signingAlgorithm: algorithm,
    publicKey: server.publicKey,
    signingKey: root.privateKey,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type, value }])],
  });
  const der = Buffer.from(await subtle.exportKey('pkcs8', server.privateKey)).toString('base64');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----\n`,
    cert: `${cert.toString('pem')}\n`,
    authority: `${authority.toString('pem')}\n`,
  };
}
