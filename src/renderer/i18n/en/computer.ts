export const computer = {
  title: 'This computer',
  startWithComputer: {
    label: 'Start with this computer',
    help: 'Foyer begins to count by itself, without a window, when you sign in.',
  },
  keepAwake: {
    label: 'Keep this computer awake',
    help: 'It does not go to sleep while Foyer runs. The screen may still go dark.',
  },
  closeToTray: {
    label: 'Keep counting when the window is closed',
    help: 'Foyer then waits as an icon near the clock. You can open or quit it there.',
  },
  checkForUpdates: {
    label: 'Look for newer versions',
    help: 'Once a day. Foyer tells you of one, and installs it only when you agree.',
  },
};
