import { homedir, version } from 'node:os';
import { app, clipboard, dialog, shell } from 'electron';
import { ask, askPresent } from '../core/alerts/watch';
import type { Core } from '../core/types';
import { diagnostics } from './diagnostics';
import type { ShellTexts } from './texts';

/** Puts what a maintainer asks first on the clipboard. */
export async function copyDiagnostics(core: Pick<Core, 'invoke'>): Promise<void> {
  const [present, health] = await Promise.all([askPresent(core), ask(core, 'system.health')]);
  const { electron, chrome, node } = process.versions;
  const surroundings = {
    versions: { foyer: app.getVersion(), electron: electron ?? '', chrome: chrome ?? '', node },
    platform: `${process.platform} ${process.arch} ${version()}`,
    home: homedir(),
    uptimeSeconds: process.uptime(),
  };
  clipboard.writeText(diagnostics(present, health, surroundings));
}

/** Which Foyer this is, and where its data lies. */
export async function showAbout(core: Pick<Core, 'invoke'>, texts: ShellTexts): Promise<void> {
  const { dataFolder } = await ask(core, 'system.info');
  const { electron, chrome, node } = process.versions;
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: texts.menu.about,
    message: `Foyer ${app.getVersion()}`,
    detail: [
      texts.about.what,
      '',
      texts.about.dataFolder(dataFolder),
      `Electron ${electron ?? ''}, Chrome ${chrome ?? ''}, Node ${node}`,
    ].join('\n'),
    buttons: [texts.ok, texts.about.copyDiagnostics, texts.about.openFolder],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await copyDiagnostics(core);
  if (response === 2) await shell.openPath(dataFolder);
}
