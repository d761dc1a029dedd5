export const operatingSystems = ['windows', 'mac', 'linux'] as const;
export type OperatingSystem = (typeof operatingSystems)[number];

/** A guess by what the browser says of itself: the page is mostly read on the computer it speaks of. */
export function guessSystem(userAgent: string): OperatingSystem {
  if (userAgent.includes('Windows')) return 'windows';
  return userAgent.includes('Mac OS') ? 'mac' : 'linux';
}

/** A command that opens the camera port, where the system's own windows are not the better way. */
export function firewallCommand(system: OperatingSystem, port: number): string | null {
  switch (system) {
    case 'windows':
      return `netsh advfirewall firewall add rule name="Foyer" dir=in action=allow protocol=TCP localport=${String(port)}`;
    case 'linux':
      return `sudo ufw allow ${String(port)}/tcp`;
    case 'mac':
      return null;
  }
}
