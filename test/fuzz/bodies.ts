import fc from 'fast-check';
import type { CameraEndpoint } from '../../src/main/core/types';
import { endpointOf, fixture, fixtureNames } from '../main/core/protocol/fixtures';
import { heavyMutations, mutations } from './mutations';

export interface FuzzedPost {
  endpoint: CameraEndpoint;
  body: Buffer;
}

/** What a failure prints: enough of the body to see, not a hundred thousand numbers. */
function printable(post: FuzzedPost): FuzzedPost {
  const print = () => `${post.endpoint} ${JSON.stringify(post.body.toString('utf8', 0, 1000))}`;
  return Object.assign(post, { [fc.toStringMethod]: print });
}

const originals = fixtureNames.map((name) => ({
  endpoint: endpointOf(name),
  body: Buffer.from(fixture(name)),
}));
const endpoints: readonly CameraEndpoint[] = ['heartbeat', 'upload', 'opaque', 'unknown'];

/** Mutated fixtures, on their own endpoint more often than on another one. */
export const fuzzedPost: fc.Arbitrary<FuzzedPost> = fc
  .record({
    original: fc.nat(originals.length - 1),
    endpoint: fc.nat(15),
    heavy: fc.nat(1999),
    steps: fc.array(
      fc.record({ kind: fc.nat(mutations.length - 1), place: fc.nat(), variant: fc.nat(999) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ original, endpoint, heavy, steps }) => {
    const source = originals[original] ?? { endpoint: 'upload', body: Buffer.alloc(0) };
    let body: Buffer = source.body;
    const [first] = steps;
    const heavyMutation = heavyMutations[heavy];
    if (heavyMutation && first) body = heavyMutation(body, first);
    else for (const { kind, ...choice } of steps) body = mutations[kind]?.(body, choice) ?? body;
    return printable({ endpoint: endpoints[endpoint] ?? source.endpoint, body });
  });

/** The seed of ordinary runs: the same bodies every time, so that a failure is not seen once and never again. */
export const usualSeed = 20_240_320;
