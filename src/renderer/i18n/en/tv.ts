/** The full-screen view for a television. */
export const tv = {
  visitors: 'Visitors today',
  visitorsOpen: 'Visitors in opening hours',
  inside: 'Inside now',
  fullscreen: 'Full screen',
  leaveFullscreen: 'Leave full screen',
  back: 'Back to Today',
  offline: '{name} is offline | {n} cameras are offline',
  noCamera: 'Waiting for the first camera',
  chart: 'Visitors by hour',
};
