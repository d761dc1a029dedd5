import type { alerts as english } from '../en/alerts';

export const alerts: typeof english = {
  title: '通知',
  elsewhere: '通知显示在运行 Foyer 桌面应用的电脑上，不在此浏览器中。您在这里的选择用于该应用。',
  cameraSilent: {
    label: '摄像机没有信号',
    help: '营业时间内通知一次；若仍未恢复，一天后再次通知。',
  },
  cameraBack: {
    label: '摄像机恢复信号',
    help: '营业时间内，当它失去信号达到该时长后又恢复时通知。',
  },
  silentAfterMinutes: {
    label: '超过多久算没有信号',
    help: '没有任何信号的时长，从开门时间起算。',
    unit: '分钟',
    invalid: '{least} 到 {most} 之间的整数分钟。',
  },
  occupancyLimit: {
    label: '店内人数过多',
    help: '门店人数一达到上限就通知，之后若仍未下降，每半小时通知一次。',
  },
  occupancyLimitPeople: {
    label: '每家门店的人数上限',
    help: '留空表示不设上限。',
    unit: '人',
    invalid: '{least} 到 {most} 之间的整数，或留空。',
  },
  enteredWhileClosed: {
    label: '关门后有人进店',
    help: '最多每 15 分钟通知一次。',
  },
  insideAtClosing: {
    label: '关门后店内可能还有人',
    help: '关门至少十分钟后，若有人未被看到离开，通知一次。',
  },
  staffMinutes: {
    label: '员工进出的时间',
    help: '开门前和关门后的这段时间内，上面两项不会通知。',
    unit: '分钟',
    invalid: '{least} 到 {most} 之间的整数分钟。',
  },
  needHours: '这两项需要营业时间，而您的门店还没有设置。可以在本页顶部设置。',
  storageTrouble: {
    label: '计数无法保存',
    help: '任何时候都会通知，例如磁盘已满时。未解决前每四小时再次通知。',
  },
  reportTrouble: {
    label: '无法写出定期报表',
    help: '任何时候都会通知，例如报表文件夹缺失或已满半小时。未解决前每天再次通知。',
  },
  addressChanged: {
    label: '这台电脑的地址变了',
    help: '任何时候，当摄像机仍在连接旧地址时，通知一次。',
  },
};
