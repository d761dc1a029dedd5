/** Line drawings on a 24 × 24 grid, as path data. */
export const iconPaths = {
  today: ['M5 21V11a7 7 0 0 1 14 0v10', 'M9 21v-9.5a3 3 0 0 1 6 0V21', 'M3 21h18'],
  history: ['M4 20h16', 'M7 20v-6', 'M12 20V6', 'M17 20v-9'],
  cameras: [
    'M4 9a8 8 0 0 1 16 0z',
    'M12 9v1',
    'M9.5 12.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
    'M7 19l5-4 5 4',
  ],
  reports: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6', 'M9 15.5h6', 'M9 8.5h2'],
  settings: [
    'M4 7h9',
    'M17 7h3',
    'M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
    'M4 17h3',
    'M11 17h9',
    'M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  ],
  screen: ['M3 5h18v11H3z', 'M8 20h8', 'M12 16v4'],
  help: [
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
    'M9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8',
    'M12 16.6v.1',
  ],
  copy: ['M9 9h11v11H9z', 'M5 15H4V4h11v1'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  warning: ['M12 4l9 16H3z', 'M12 10v4.5', 'M12 17.3v.1'],
  download: ['M12 4v11', 'M7 11l5 5 5-5', 'M5 20h14'],
  printer: ['M7 9V4h10v5', 'M7 17H4V9h16v8h-3', 'M7 14h10v6H7z'],
  pencil: ['M5 19l1-4L16.5 4.5l3 3L9 18z'],
  next: ['M9 5l7 7-7 7'],
  back: ['M15 5l-7 7 7 7'],
  plus: ['M12 5v14', 'M5 12h14'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof iconPaths;
