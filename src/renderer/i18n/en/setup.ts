/** The setup page: what to type into a camera, and the proof of each step. */
export const setup = {
  title: 'Set up a camera',
  intro: 'When all four lights are green, the camera counts.',
  proof: {
    title: 'Does it work?',
    state: { good: 'done', waiting: 'waiting', bad: 'trouble' },
    listening: {
      title: 'Foyer is listening',
      good: 'Port {port} of this computer is open for cameras.',
      bad: 'Foyer is not listening.',
    },
    reachable: {
      title: 'This computer can be reached',
      visited: 'A device at {address} opened the page, {age}.',
      called: 'A camera at {address} reaches it.',
      waiting: 'Not proven yet. Try it with a phone, as described below.',
      bad: 'This computer is not connected to a network. Connect it, and this page goes on by itself.',
    },
    called: {
      title: 'The camera has called',
      good: '{name}, {age}.',
      waiting: 'Waiting. It calls within a minute after its settings are saved.',
    },
    counted: {
      title: 'It has counted somebody',
      good: '{name} has counted {in} in and {out} out today.',
      waiting: 'Walk under the camera; the first figures follow by themselves.',
    },
    open: 'Open {name}',
  },
  type: {
    title: 'Type this into the camera',
    intro:
      'Open the camera’s settings page in a browser and look for “Data Push” or “HTTP”. Save when all is typed.',
    network: 'The camera is connected through',
    networkHelp:
      'This computer is in several networks. Choose the one the camera is in; the first is the likeliest.',
    server: 'Server address',
    ip: 'Only the IP address',
    port: 'Port',
    heartbeat: 'Heartbeat path',
    upload: 'Upload path',
    mode: 'Data mode',
    whole: 'The camera asks for it in another way',
    heartbeatUrl: 'Whole heartbeat address',
    uploadUrl: 'Whole upload address',
    encrypted: 'For a camera that is set to HTTPS, this is the server. The paths are the same.',
    httpsUrl: 'Server address, encrypted',
    https: 'Where the camera offers HTTP and HTTPS, choose HTTP.',
  },
  phone: {
    title: 'Try it with a phone',
    help: 'Scan this with a phone in the shop’s Wi-Fi, or open the address in its browser. It says that Foyer is listening, and the light above turns green.',
    code: 'Code for {url}',
    fails: 'It does not open?',
    sameNetwork:
      'Phone and computer must be in the same network. A guest Wi-Fi usually keeps them apart; mobile data does too.',
    firewall: 'The firewall of this computer may turn visitors away:',
    system: 'System of this computer',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1:
        'Open “Windows Security”, “Firewall & network protection”, “Allow an app through firewall”. Tick Foyer for private networks.',
      step2: 'In the Windows settings, under “Network & internet”, set the shop’s network to “Private”.',
      command: 'Or type this into a command prompt that was started as administrator:',
    },
    mac: {
      name: 'macOS',
      step1:
        'Open System Settings, “Network”, “Firewall”, “Options”. Set Foyer to “Allow incoming connections”.',
      step2: 'Under “Privacy & Security”, “Local Network”, switch Foyer on.',
    },
    linux: {
      name: 'Linux',
      step1: 'Where a firewall is switched on, let the port through. With ufw, type this into a terminal:',
      step2: 'With another firewall, allow TCP connections to port {port}.',
    },
  },
  refused: {
    title: 'The last message that was refused',
  },
};
