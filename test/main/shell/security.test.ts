import { describe, expect, it } from 'vitest';
import { externalLink, isOwnUrl, isPermitted, isTrustedSender } from '../../../src/main/shell/security';

const own = 'app://foyer';

describe('isOwnUrl', () => {
  it.each([
    ['app://foyer/', true],
    ['app://foyer/index.html#/history', true],
    ['APP://foyer/index.html', true],
    ['app://foyer.evil.test/', false],
    ['app://other/', false],
    ['app://user@foyer/', false],
    ['app://user:pass@foyer/', false],
    ['app://foyer:81/', false],
    ['app:foyer', false],
    ['https://foyer/', false],
    ['file:///etc/passwd', false],
    ['data:text/html,app://foyer/', false],
    ['javascript:alert(1)', false],
    ['about:blank', false],
    ['', false],
    ['not an address', false],
  ])('%s → %s', (address, expected) => {
    expect(isOwnUrl(address, own)).toBe(expected);
  });

  it('works for the development server too, port included', () => {
    expect(isOwnUrl('http://localhost:5173/', 'http://localhost:5173')).toBe(true);
    expect(isOwnUrl('http://localhost:5174/', 'http://localhost:5173')).toBe(false);
  });
});

describe('isTrustedSender', () => {
  it.each([
    ['our top frame', { url: 'app://foyer/index.html', parent: null }, true],
    ['a frame inside our page', { url: 'app://foyer/index.html', parent: {} }, false],
    ['a foreign page', { url: 'https://evil.test/', parent: null }, false],
    ['a page not loaded yet', { url: '', parent: null }, false],
    ['a frame that is gone', null, false],
    ['no frame', undefined, false],
  ])('%s → %s', (_name, frame, expected) => {
    expect(isTrustedSender(frame, own)).toBe(expected);
  });
});

describe('externalLink', () => {
  it.each([
    ['https://example.com/help?a=1#b', 'https://example.com/help?a=1#b'],
    ['http://example.com/', null],
    ['https://user@example.com/', null],
    ['https://user:pass@example.com/', null],
    ['file:///C:/Windows/System32/calc.exe', null],
    ['ms-settings:network', null],
    ['javascript:alert(1)', null],
    ['app://foyer/', null],
    ['https://', null],
    ['', null],
  ])('%s → %s', (address, expected) => {
    expect(externalLink(address)).toBe(expected);
  });
});

describe('isPermitted', () => {
  it.each([
    ['clipboard-sanitized-write', 'app://foyer/', true],
    ['fullscreen', 'app://foyer', true],
    // The view for a TV keeps its screen lit.
    ['screen-wake-lock', 'app://foyer/', true],
    ['screen-wake-lock', 'https://evil.test/', false],
    ['system-wake-lock', 'app://foyer/', false],
    ['fullscreen', 'https://evil.test/', false],
    ['clipboard-read', 'app://foyer/', false],
    ['geolocation', 'app://foyer/', false],
    ['media', 'app://foyer/', false],
    ['notifications', 'app://foyer/', false],
    ['openExternal', 'app://foyer/', false],
    ['something-new', 'app://foyer/', false],
  ])('%s for %s → %s', (permission, requestedBy, expected) => {
    expect(isPermitted(permission, requestedBy, own)).toBe(expected);
  });
});
