export const app = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: 'Screens',
    today: 'Today',
    history: 'History',
    cameras: 'Cameras',
    settings: 'Settings',
    skip: 'Skip to the content',
  },
  connection: {
    lost: 'Reconnecting… The numbers below are from before the connection was lost.',
  },
  trouble: {
    port: 'Cameras cannot reach this computer',
    storage: 'Foyer cannot save right now',
    load: 'Foyer could not load everything',
    forbidden: 'This link is no longer valid',
    forbiddenHelp: 'Open the dashboard again with the link that Foyer shows on the shop’s computer.',
    toSettings: 'Change the port in Settings',
    tryAgain: 'Try again',
  },
  errors: {
    forbidden: 'This page may only look. Change it on the shop’s computer.',
    'not-found': 'That is no longer there. Somebody may have removed it meanwhile.',
    internal: 'Something went wrong inside Foyer. Trying again may help.',
    invalid: 'That cannot be: “{message}”',
    conflict: 'That cannot be done as things stand: “{message}”',
    unavailable: 'That is not possible right now: “{message}”',
    unreachable: 'Foyer does not answer. Is it running on the shop’s computer?',
  },
  actions: {
    save: 'Save',
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    dismiss: 'Dismiss',
    explain: 'What is “{name}”?',
  },
  time: {
    ago: {
      now: 'just now',
      minutes: '{n} minute ago | {n} minutes ago',
      hours: '{n} hour ago | {n} hours ago',
      days: '{n} day ago | {n} days ago',
    },
    length: {
      seconds: '{n} second | {n} seconds',
      minutes: '{n} minute | {n} minutes',
      hours: '{n} hour | {n} hours',
      days: '{n} day | {n} days',
    },
    /** To the minute: how much is missing, how long a visit lasts. */
    exact: {
      minutes: '{minutes} min',
      hours: '{hours} h',
      both: '{hours} h {minutes} min',
    },
  },
};
