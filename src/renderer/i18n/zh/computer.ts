import type { computer as english } from '../en/computer';

export const computer: typeof english = {
  title: '这台电脑',
  startWithComputer: {
    label: '随这台电脑启动',
    help: '您登录后，Foyer 会自动开始计数，不显示窗口。',
  },
  keepAwake: {
    label: '让这台电脑保持唤醒',
    help: 'Foyer 运行时电脑不会进入睡眠，屏幕仍可关闭。',
  },
  closeToTray: {
    label: '关闭窗口后继续计数',
    help: 'Foyer 会以图标形式留在时钟旁，您可以在那里打开或退出它。',
  },
  checkForUpdates: {
    label: '查找新版本',
    help: '每天一次。有新版本时 Foyer 会告诉您，经您同意才安装。',
  },
};
