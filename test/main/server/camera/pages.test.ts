import { expect, test } from 'vitest';
import { listeningPage } from '../../../../src/main/server/camera/pages';

test('the page shows both addresses as they were called', () => {
  const page = listeningPage('192.168.1.20:8080');
  expect(page).toContain('Foyer is listening. Point your camera here.');
  expect(page).toContain('http://192.168.1.20:8080/api/camera/heartBeat');
  expect(page).toContain('http://192.168.1.20:8080/api/camera/dataUpload');
});

test('a Host header is text, not markup', () => {
  const page = listeningPage('"><script>alert(1)</script>&');
  expect(page).not.toContain('<script');
  expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
});
