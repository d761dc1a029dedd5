/**
 * The file in `~/.config/autostart` that starts a program when its user signs in
 * (freedesktop.org, "Desktop Application Autostart").
 */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Foyer',
    'Comment=Counts visitors',
    `Exec=${quoted(program)} --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** As "The Exec key" has it: quoted once for the command, escaped once more as a string; `%` begins a field code. */
function quoted(program: string): string {
  const inQuotes = program.replaceAll(/["`$\\]/g, '\\$&');
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}
