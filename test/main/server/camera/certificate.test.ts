import { X509Certificate } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CertificateFile } from '../../../../src/main/server/camera/certificate-file';
import { FakeClock, someMorning } from '../../../support/clock';
import { silentLog } from '../../../support/core';
import { testFolder } from '../../../support/test-folder';

const dayMs = 86_400_000;

function setUp() {
  const folder = testFolder();
  const path = join(folder, 'camera-https.pem');
  const clock = new FakeClock(someMorning);
  const network = { addresses: ['192.168.1.20', 'fd00::20'] };
  const file = new CertificateFile(path, () => network.addresses, clock, silentLog);
  return { folder, path, clock, network, file };
}

test('it is made for this computer’s addresses, kept, and the same at the next start', async () => {
  const { file, path, clock, network, folder } = setUp();
  const made = await file.load();
  const cert = new X509Certificate(made.cert);
  for (const address of ['127.0.0.1', '::1', '192.168.1.20', 'fd00::20']) {
    expect(cert.checkIP(address)).toBe(address);
  }
  expect(cert.checkIP('192.168.1.21')).toBeUndefined();
  expect(cert.verify(cert.publicKey)).toBe(true);
  expect(cert.ca).toBe(false);
  expect(await file.load()).toEqual(made);
  expect(await new CertificateFile(path, () => network.addresses, clock, silentLog).load()).toEqual(made);
  expect(readdirSync(folder)).toEqual(['camera-https.pem']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('it is made anew for a new address, before it ends, and when a clock was ahead', async () => {
  const { file, clock, network } = setUp();
  const first = await file.load();
  network.addresses = ['192.168.1.99'];
  const second = await file.load();
  expect(second).not.toEqual(first);
  clock.advance(794 * dayMs);
  expect(await file.load()).toEqual(second);
  clock.advance(2 * dayMs);
  const third = await file.load();
  expect(third).not.toEqual(second);
  clock.set(someMorning);
  expect(await file.load()).not.toEqual(third);
});

test('a file that is damaged, or a link to another, is replaced and not followed', async () => {
  const { file, path, folder } = setUp();
  const elsewhere = join(folder, 'elsewhere');
  writeFileSync(elsewhere, 'not mine');
  symlinkSync(elsewhere, path);
  const made = await file.load();
  expect(readFileSync(elsewhere, 'utf8')).toBe('not mine');
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  writeFileSync(path, made.key + 'nonsense');
  const again = await file.load();
  expect(again).not.toEqual(made);
  expect(await file.load()).toEqual(again);
});
