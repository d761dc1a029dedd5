import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Broker } from '../support/broker';
import { startHeadless, temporaryFolder } from '../support/headless';
import { rpc } from '../support/rpc';
import { issueCertificate } from '../support/tls-authority';

test('whose authority this computer knows is believed, if the certificate is for that server', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const [right, wrong] = await Promise.all([
    issueCertificate({ ip: '127.0.0.1' }),
    issueCertificate({ dns: 'elsewhere.example' }),
  ]);
  const authorities = join(folder, 'authorities.pem');
  await writeFile(authorities, right.authority + wrong.authority);
  process.env['NODE_EXTRA_CA_CERTS'] = authorities;
  onTestFinished(() => {
    delete process.env['NODE_EXTRA_CA_CERTS'];
  });
  const app = await startHeadless(join(folder, 'data'));
  onTestFinished(async () => {
    await app.stop();
  });
  for (const [issued, problem] of [
    [right, null],
    [wrong, 'certificate'],
  ] as const) {
    const broker = new Broker(null, issued);
    await broker.up();
    onTestFinished(() => broker.down());
    const target = { host: '127.0.0.1', port: broker.port, encryption: 'verified' };
    await rpc(app, 'integrations.update', { mqtt: { isOn: false, ...target } });
    expect(await rpc(app, 'integrations.test', { name: 'mqtt' })).toEqual({ problem });
  }
});
