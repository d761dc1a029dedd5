import { app, dialog, Menu } from 'electron';
import { decide, startState, toldAddresses } from '../core/alerts/decide';
import { factsOf, type Present } from '../core/alerts/facts';
import type { Clock, Core, Log } from '../core/types';
import { copyDiagnostics, showAbout } from './about';
import { alertText, type NoticeText } from './alert-text';
import { startWithComputer } from './autostart';
import { keepOneWindow, type Ending } from './lifecycle';
import { menuTemplate } from './menu';
import { notify } from './notify';
import { followPower, KeepAwake } from './power';
import type { ShellMemory } from './shell-memory';
import { TrayIcon } from './tray';
import { trayView } from './tray-view';
import { openUpdater } from './updater';
import { Updates } from './updates';
import { ask, watchPresent } from './watch';
import { postAlert } from './webhook';
import type { WindowOptions } from './window';

export interface DesktopDeps {
  core: Core;
  clock: Clock;
  log: Log;
  memory: ShellMemory;
  ending: Ending;
  window: WindowOptions;
  /** Absolute path of the tray's icon. */
  trayIcon: string;
  /** Start without a window. */
  isHidden: boolean;
}

const stillCounting: NoticeText = {
  title: 'Foyer keeps counting',
  body: 'The window is closed, the cameras are still heard. Open or quit Foyer from its icon near the clock.',
};

/**
 * Everything a desktop program does besides its pages: tray, menu, notifications, sleep, updates.
 * @returns a function for when something was changed that no event tells of
 */
export function runDesktop(deps: DesktopDeps): () => void {
  const { core, clock, log, memory, ending, window, trayIcon, isHidden } = deps;
  const keepAwake = new KeepAwake();
  let listeningSince = clock.now();
  let alerts = startState(memory.get().toldAddresses);
  let closesToTray = true;
  let startsWithComputer: boolean | null = null;

  const show = keepOneWindow({
    ...window,
    lastPlace: () => memory.get().place,
    onPlace: (place) => {
      memory.update({ place });
    },
    staysInTray: () => closesToTray,
    onLeftInTray: () => {
      if (!memory.get().isToldOfTray) notify(stillCounting, show);
      memory.update({ isToldOfTray: true });
    },
    onSessionEnd: ending.hurry,
  });
  const tray = new TrayIcon(trayIcon, {
    open: show,
    quit: () => {
      app.quit();
    },
  });

  function onLook(present: Present): void {
    const { settings } = present;
    closesToTray = settings.closeToTray;
    keepAwake.set(settings.keepAwake);
    tray.show(trayView(present));
    const now = clock.now();
    const { webhookUrl } = settings.alerts;
    const verdict = decide(alerts, factsOf(present, listeningSince), now);
    alerts = verdict.state;
    memory.update({ toldAddresses: toldAddresses(alerts) });
    for (const alert of verdict.alerts) {
      notify(alertText(alert), show);
      if (webhookUrl !== null) void postAlert(webhookUrl, alert, now, log);
    }
    if (settings.startWithComputer !== startsWithComputer) {
      startsWithComputer = settings.startWithComputer;
      startWithComputer(startsWithComputer);
    }
  }
  const watch = watchPresent({ core, log, onLook });

  followPower({
    onSuspend: () => void core.snapshot(),
    onResume: () => {
      listeningSince = clock.now();
      void watch.look();
    },
    onShutdown: ending.hurry,
  });

  const updates = openUpdater(log).then((updater) => {
    const opened = new Updates({
      updater,
      isWanted: async () => (await ask(core, 'settings.get')).checkForUpdates,
      notify,
      ask: askOwner,
      tell: tellOwner,
      snapshot: () => core.snapshot(),
      close: ending.close,
      log,
    });
    const stop = opened.start();
    app.once('before-quit', stop);
    return opened;
  });

  const unlessItFails = (work: Promise<unknown>) => {
    work.catch((error: unknown) => {
      log.error('A menu command failed', error);
    });
  };
  const template = menuTemplate(process.platform, window.isDevelopment, {
    about: () => {
      unlessItFails(showAbout(core));
    },
    copyDiagnostics: () => {
      unlessItFails(copyDiagnostics(core));
    },
    checkForUpdates: () => {
      unlessItFails(updates.then((opened) => opened.checkNow()));
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.once('before-quit', watch.stop);
  if (!isHidden) show();
  return () => void watch.look();
}

async function askOwner({ title, body }: NoticeText, agree: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Foyer',
    message: title,
    detail: body,
    buttons: [agree, 'Later'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function tellOwner({ title, body }: NoticeText): void {
  void dialog.showMessageBox({ type: 'info', title: 'Foyer', message: title, detail: body, noLink: true });
}
