import type { Sentences } from '#shared/sentences';
import { en as sentences } from '#shared/sentences/en';

const figure = new Intl.NumberFormat('en').format;
const counted = (n: number, one: string, many: string) => `${figure(n)} ${n === 1 ? one : many}`;

/** What the desktop app says outside of its pages. Every other language says the same. */
export const en = {
  /** What the core says, where the shell passes it on. */
  sentences: sentences as Sentences,
  tray: {
    starting: 'Foyer is starting',
    open: 'Open Foyer',
    quit: 'Quit Foyer',
    noVisitors: 'no visitors yet today',
    visitors: (n: number) => `${counted(n, 'visitor', 'visitors')} today`,
    inside: (n: number) => `${figure(n)} inside`,
    cannotSave: 'Counts cannot be saved',
    noPort: 'Cameras cannot call: the port is not open',
    noCamera: 'No camera has called yet',
    oneOnline: 'The camera is online',
    allOnline: 'All cameras are online',
    silent: (n: number, of: number) => `${figure(n)} of ${counted(of, 'camera', 'cameras')} silent`,
  },
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    about: 'About Foyer',
    checkForUpdates: 'Check for Updates…',
    copyDiagnostics: 'Copy Diagnostics',
    hide: 'Hide Foyer',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    close: 'Close Window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    minimize: 'Minimize',
    front: 'Bring All to Front',
  },
  about: {
    what: 'Counts the people in your shop. Everything stays on this computer.',
    dataFolder: (path: string) => `Data folder: ${path}`,
    copyDiagnostics: 'Copy diagnostics',
    openFolder: 'Open data folder',
  },
  ok: 'OK',
  keepsCounting: {
    title: 'Foyer keeps counting',
    body: 'The window is closed, the cameras are still heard. Open or quit Foyer from its icon near the clock.',
  },
  alerts: {
    more: (n: number) => `${figure(n)} more`,
    allSilent: {
      title: 'No camera is calling',
      body: 'Is the network up? The router or its cable is the likeliest cause.',
    },
    silent: (names: string, n: number, minutes: number) => ({
      title: `${names} ${n === 1 ? 'is' : 'are'} silent`,
      body: `Nothing was heard for ${counted(minutes, 'minute', 'minutes')}. Check power and network.`,
    }),
    back: (names: string, n: number) => ({
      title: `${names} ${n === 1 ? 'is' : 'are'} back`,
      body: 'Foyer asks for what was counted meanwhile, where the camera remembers it.',
    }),
    limit: (site: string, inside: number, limit: number) => ({
      title: `${counted(inside, 'person is', 'people are')} inside`,
      body: `${site}: the limit is ${figure(limit)}.`,
    }),
    enteredClosed: (site: string, people: number) => ({
      title: people === 1 ? 'Somebody came in' : `${figure(people)} people came in`,
      body: `${site} is closed.`,
    }),
    insideAtClosing: (site: string, n: number) => ({
      title: 'Is somebody still inside?',
      body: `${site} has closed, and ${counted(n, 'person has', 'people have')} not been seen to leave.`,
    }),
    cannotSave: 'Counts cannot be saved',
    reports: {
      title: 'Reports are not being written',
      body: 'Is their folder there, and is there room? Foyer keeps trying and says more in its window.',
    },
    newAddress: (from: string, to: string) => ({
      title: 'This PC has a new address',
      body: `It is ${to} now, and cameras still call ${from}. Type the new one into them, or let the router keep the old one.`,
    }),
  },
  updates: {
    available: (version: string) => ({
      title: `Foyer ${version} is available`,
      body: 'Click to install it.',
    }),
    notInstalled: 'This Foyer does not update itself: it was not installed by its installer.',
    newest: 'This is the newest version.',
    noAnswer: 'Updates could not be looked for. Is there a connection to the Internet?',
    offer: (version: string) => ({
      title: `Install Foyer ${version} now?`,
      body: 'Foyer restarts, which takes about a minute. Cameras keep their counts meanwhile.',
    }),
    install: 'Install and restart',
    later: 'Later',
    notSaved: {
      title: 'Not installed',
      body: 'The data could not be saved first. Is the disk full?',
    },
    notGenuine: {
      title: 'Not installed',
      body: 'The update could not be fetched, or is not genuine. Nothing was changed.',
    },
  },
  page: {
    crashed: {
      title: 'The window stopped working',
      body: 'Foyer goes on counting. The window was opened anew and stopped once more.',
    },
    frozen: {
      title: 'The window does not answer',
      body: 'Foyer goes on counting. Wait a little, or open the window anew.',
    },
    reload: 'Open it anew',
    wait: 'Wait',
    close: 'Close the window',
  },
  start: {
    title: 'Foyer cannot start',
    locked: (folder: string) =>
      `Another Foyer is already running on ${folder}. Close it first; its icon is near the clock.`,
    unwritable: (folder: string) => `Foyer cannot write to its folder ${folder}.`,
    newer: (folder: string) =>
      `The data in ${folder} comes from a newer Foyer. Please install the newest version.`,
    unreadable: (folder: string) => `The data in ${folder} cannot be read.`,
  },
};

export type ShellTexts = typeof en;
