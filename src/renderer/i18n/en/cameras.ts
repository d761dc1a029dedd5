/** The list of cameras, and the dialogs that serve it. One camera's own page: camera.ts. */
export const cameras = {
  title: 'Cameras',
  none: 'No camera has called yet.',
  retired: 'Show retired cameras ({n})',
  setUp: 'Set up a camera',
  summary: '{n} camera | {n} cameras',
  needLook: '{n} needs a look | {n} need a look',
  allWell: 'All are counting',
  find: 'Find a camera',
  noneFound: 'No camera has “{text}” in its name or serial number.',
  group: {
    attention: 'Needs a look',
    fine: 'Counting',
    retired: 'Retired',
    blocked: 'Blocked',
  },
  attention: {
    offline: 'No sign of life. Check its power and network cable.',
    waiting: 'Waiting for its first call.',
  },
  demo: 'Demo',
  inner: 'Passage inside',
  todayIn: 'In today',
  rename: {
    button: 'Rename',
    give: 'Give it a name',
    title: 'Name this camera',
    help: 'Say where it hangs, for example “Main door”. Serial {sn}.',
    field: 'Name',
    done: 'The camera is now called “{name}”.',
  },
  add: {
    button: 'Add by serial number',
    title: 'Add a camera',
    help: 'The serial number is printed on the camera and shown on its settings page.',
    serial: 'Serial number',
    name: 'Name (may wait)',
    done: 'Added. Foyer will count it from its next sign of life.',
  },
  strip: {
    listening: 'Listening on port {port}',
    down: 'Not listening',
    address: 'Cameras send to',
    noAddress: 'This computer is not connected to a network.',
  },
  moved: {
    title: 'This computer has a new address',
    text: '{cameras} still sends to {old}. Type {now} in its settings. | {cameras} still send to {old}. Type {now} in their settings.',
    unknown:
      '{cameras} still sends to {old}, which this computer no longer has. | {cameras} still send to {old}, which this computer no longer has.',
    how: 'How to do it',
  },
};
