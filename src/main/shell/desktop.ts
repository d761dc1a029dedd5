import { app, dialog, Menu } from 'electron';
import type { Alarm } from '../core/alerts/alarm';
import type { Present } from '../core/alerts/facts';
import { ask } from '../core/alerts/watch';
import type { Core, Log } from '../core/types';
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
import { textsFor, type ShellTexts } from './texts';
import { openUpdater } from './updater';
import { Updates } from './updates';
import type { WindowOptions } from './window';

export interface DesktopDeps {
  core: Core;
  alarm: Alarm;
  log: Log;
  memory: ShellMemory;
  ending: Ending;
  window: WindowOptions;
  /** Absolute path of the tray's icon. */
  trayIcon: string;
  /** Start without a window. */
  isHidden: boolean;
}

/**
 * Everything a desktop program does besides its pages: tray, menu, notifications, sleep, updates.
 * @returns a function for when something was changed that no event tells of
 */
export function runDesktop(deps: DesktopDeps): () => void {
  const { core, alarm, log, memory, ending, window, trayIcon, isHidden } = deps;
  const keepAwake = new KeepAwake();
  let closesToTray = true;
  let startsWithComputer: boolean | null = null;
  // Until the settings are known: a moment.
  let texts = textsFor('auto', app.getPreferredSystemLanguages());

  const show = keepOneWindow({
    ...window,
    texts: () => texts,
    lastPlace: () => memory.get().place,
    onPlace: (place) => {
      memory.update({ place });
    },
    staysInTray: () => closesToTray,
    onLeftInTray: () => {
      if (!memory.get().isToldOfTray) notify(texts.keepsCounting, show);
      memory.update({ isToldOfTray: true });
    },
    onSessionEnd: ending.hurry,
  });
  const trayActions = {
    open: show,
    quit: () => {
      app.quit();
    },
  };
  const tray = new TrayIcon(trayIcon, trayActions, texts);

  function speak(spoken: ShellTexts): void {
    if (spoken === texts) return;
    texts = spoken;
    showMenu();
  }

  function onLook(present: Present): void {
    const { settings } = present;
    speak(textsFor(settings.language, app.getPreferredSystemLanguages()));
    closesToTray = settings.closeToTray;
    keepAwake.set(settings.keepAwake);
    tray.show(trayView(present, texts), texts);
    if (settings.startWithComputer !== startsWithComputer) {
      startsWithComputer = settings.startWithComputer;
      startWithComputer(startsWithComputer);
    }
  }
  alarm.onLook(onLook);
  alarm.onAlert((alert) => {
    notify(alertText(alert, texts), show);
  });
  void alarm.look();

  followPower({
    onSuspend: () => void core.snapshot(),
    onResume: () => {
      alarm.resumed();
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
      texts: () => texts,
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
  const menuActions = {
    about: () => {
      unlessItFails(showAbout(core, texts));
    },
    copyDiagnostics: () => {
      unlessItFails(copyDiagnostics(core));
    },
    checkForUpdates: () => {
      unlessItFails(updates.then((opened) => opened.checkNow()));
    },
  };
  function showMenu(): void {
    const template = menuTemplate(process.platform, window.isDevelopment, menuActions, texts);
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
  showMenu();
  if (!isHidden) show();
  return () => void alarm.look();
}

async function askOwner({ title, body }: NoticeText, agree: string, later: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Foyer',
    message: title,
    detail: body,
    buttons: [agree, later],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function tellOwner({ title, body }: NoticeText): void {
  void dialog.showMessageBox({ type: 'info', title: 'Foyer', message: title, detail: body, noLink: true });
}
