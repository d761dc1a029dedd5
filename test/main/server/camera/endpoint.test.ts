import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heartbeatPath, recognizeEndpoint, uploadPath } from '../../../../src/main/server/camera/endpoint';

test.each([
  [heartbeatPath, 'heartbeat'],
  ['/heartBeat', 'heartbeat'],
  ['/api/HeartBeat', 'heartbeat'],
  ['/klyun/kl/equipapi/binocular/heartBeat', 'heartbeat'],
  ['/API/CAMERA/HEARTBEAT/', 'heartbeat'],
  ['//api//camera//heartBeat//', 'heartbeat'],
  ['/api/camera/heartBeat?sn=1#x', 'heartbeat'],
  ['/api/camera/heartBeat%20', 'heartbeat'],
  ['http://192.168.1.20:8080/api/camera/heartBeat', 'heartbeat'],
  [uploadPath, 'upload'],
  ['/dataUpload', 'upload'],
  ['/api/DataUpload', 'upload'],
  ['/klyun/kl/equipapi/binocular/dataUpload', 'upload'],
  ['/api/camera/reid', 'opaque'],
  ['/api/camera/dup', 'opaque'],
  ['/api/camera/dedupedAttributeCount', 'opaque'],
  ['/api/passenger-flow/interval-aggregate', 'opaque'],
  ['/api/passenger-flow/device-status', 'opaque'],
  ['/', 'unknown'],
  ['', 'unknown'],
  ['/api/camera', 'unknown'],
  ['/api/camera/heartBeats', 'unknown'],
  ['/heartBeat/extra', 'unknown'],
  ['/?heartBeat', 'unknown'],
  ['/constructor', 'unknown'],
  ['/%', 'unknown'],
  ['/%E0%A4%A', 'unknown'],
])('%s is %s', (target, endpoint) => {
  expect(recognizeEndpoint(target)).toBe(endpoint);
});

test('no target makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (target) => {
      recognizeEndpoint(target);
    }),
  );
});

test('any prefix and any case are recognised', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9._-]{0,12}$/);
  fc.assert(
    fc.property(fc.array(segment), fc.constantFrom('heartbeat', 'HEARTBEAT', 'heartBeat'), (prefix, name) => {
      expect(recognizeEndpoint(`/${prefix.join('/')}/${name}`)).toBe('heartbeat');
    }),
  );
});
