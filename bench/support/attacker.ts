import { attack } from '../../test/support/attacks';
import { otherAddress } from '../../test/security/addresses';

/** A hostile device: attacks the camera port it is given until it is stopped. */
const [url = ''] = process.argv.slice(2);
const from = await otherAddress();
const hostile = attack(url, from, { floods: 16, idle: 100, largestMib: 2 });
process.stdout.write(`${JSON.stringify({ from })}\n`);
process.once('SIGTERM', () => {
  void hostile.stop().then(() => process.exit(0));
});
