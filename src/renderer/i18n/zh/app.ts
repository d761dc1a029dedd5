import type { app as english } from '../en/app';

export const app: typeof english = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: '页面',
    today: '今天',
    history: '历史',
    cameras: '摄像机',
    settings: '设置',
    skip: '跳到正文',
  },
  connection: {
    lost: '正在重新连接……下面的数字是断开之前的。',
  },
  trouble: {
    port: '摄像机无法连接到这台电脑',
    storage: 'Foyer 现在无法保存',
    reports: '报告没有写出',
    reportsWhy: {
      'open-elsewhere': '有一份报告正在其他程序中打开。请先在那里关闭它。',
      'not-allowed': 'Foyer 无权写入报告文件夹。',
      'disk-full': '报告所在的磁盘已满。',
      'read-only': '报告所在的磁盘只能读取。',
      'folder-missing': '报告文件夹不在了。',
      'name-unusable': '报告在此文件夹中不能使用这个名称。',
      'no-window': '只有桌面应用运行时才能打印页面。',
      unknown: '有一份报告无法生成。',
    },
    reportsAgain: '每隔几分钟会再试一次。',
    load: 'Foyer 未能载入全部内容',
    forbidden: '此链接已失效',
    forbiddenHelp: '请用店内电脑上 Foyer 显示的链接重新打开看板。',
    toSettings: '在设置中更改端口',
    tryAgain: '重试',
  },
  errors: {
    forbidden: '此页面只能查看。请在店内电脑上更改。',
    'not-found': '该内容已不存在，可能刚被别人移除。',
    internal: 'Foyer 内部出了问题，重试也许有用。',
    invalid: '这样不行：“{message}”',
    conflict: '目前的情况下无法这样做：“{message}”',
    unavailable: '现在无法做到：“{message}”',
    unreachable: 'Foyer 没有响应。店内电脑上的 Foyer 在运行吗？',
  },
  actions: {
    save: '保存',
    cancel: '取消',
    copy: '复制',
    copied: '已复制',
    dismiss: '关闭',
    explain: '“{name}”是什么？',
  },
  time: {
    ago: {
      now: '刚刚',
      minutes: '{n} 分钟前',
      hours: '{n} 小时前',
      days: '{n} 天前',
    },
    length: {
      seconds: '{n} 秒',
      minutes: '{n} 分钟',
      hours: '{n} 小时',
      days: '{n} 天',
    },
    exact: {
      minutes: '{minutes} 分钟',
      hours: '{hours} 小时',
      both: '{hours} 小时 {minutes} 分钟',
    },
  },
};
