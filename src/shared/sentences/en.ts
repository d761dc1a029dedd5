/**
 * What the core says to the owner and a page may show: the one place where it says it, in English; the other
 * languages are beside it. A value in braces is filled in.
 */
export const en = {
  'disk-full': 'The disk is full. Cameras keep their counts; free some space and they will be sent again.',
  'not-writable': 'Foyer may not write to {folder}. Cameras keep their counts until it may.',
  'folder-gone': 'The data folder {folder} is gone. Was a drive taken out? Cameras keep their counts.',
  'not-saved': 'Counts could not be saved to {folder}. Cameras keep them and send them again.',
  'backup-failed': 'The daily backup could not be written. Is there room on the disk?',
  'open-elsewhere': 'The file is open in another program. Close it there and try again.',
  'not-allowed': 'This folder cannot be written to. Choose another one.',
  'no-room': 'The disk is full. Make some room, or choose another disk.',
  'read-only': 'This disk can only be read. Choose another place.',
  'folder-missing': 'This folder is no longer there. Choose another one.',
  'name-unusable': 'A file cannot have this name here. Choose another one.',
  'too-little-room': 'There is not enough room on the disk.',
  'path-unusable': '{path} cannot be used. Is it open elsewhere, or protected?',
  'not-foyer': 'This is not a file of Foyer.',
  'newer-file': 'This file is from a newer Foyer. Please install that version first.',
  'damaged-file': 'The file is damaged: {cause}',
  'unreadable-file': 'This file cannot be read as a database.',
  'file-gone': 'This file is no longer there.',
  'file-too-large': 'This file is too large to be one of Foyer.',
  'port-in-use':
    'Port {port} is already in use by another program. Close that program or choose another port.',
  'port-not-allowed': 'This computer does not let Foyer use port {port}. Choose a port above 1023.',
  'no-such-address': 'This computer has no address {host} to listen on.',
  'port-failed': 'Foyer cannot listen on port {port} ({cause}).',
  starting: 'Foyer is still starting.',
  closing: 'Foyer is closing.',
  'camera-known': 'The camera {sn} is there already.',
  'not-replaced': 'Nothing has taken over from {sn}.',
  'replaced-already': '{by} has taken over from {sn} already.',
  'cannot-replace': '{by} cannot take over from {sn}.',
  'demo-needs-port': 'The demo needs the camera port, and that is not open.',
};
