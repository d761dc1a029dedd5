/** For the pages of the dashboard. Neither inline scripts nor inline styles, nothing from elsewhere. */
export const dashboardPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** On every answer of the dashboard port, data and errors included. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': dashboardPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
  // Figures of a shop have no place in a browser's cache; files with a hash in their name say otherwise.
  'Cache-Control': 'no-store',
};

/**
 * The same over the shop's network. Browsers heed this one policy over HTTPS and on their own computer only,
 * and complain of it elsewhere.
 */
export const networkHeaders: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(securityHeaders).filter(([name]) => name !== 'Cross-Origin-Opener-Policy'),
);
