import type { backup as english } from '../en/backup';

export const backup: typeof english = {
  title: '备份',
  help: 'Foyer 每天自动复制一次全部数据，保留最近 7 天每天一份、最近 12 个月每月一份。',
  last: '上次备份',
  none: '还没有。第一台摄像机上报后不久，Foyer 会自动做第一份。',
  when: '{day} {time}',
  place: '备份存放位置',
  placeHelp: '如果这台电脑坏了，备份也会一起丢失。请不时把全部数据保存成一个文件，放到 U 盘上。',
  now: '立即备份',
  made: '备份已完成',
  list: '较早的状态',
  beforeRestore: '恢复或导入文件时保留的',
  goBack: '恢复到此',
  goBackOf: '恢复到此：{when}',
  more: '再显示 {n} 份备份',
  ask: {
    title: '恢复到 {when}？',
    goes: '此后的一切都会去掉：计数、摄像机、门店和设置都会回到那一刻的样子。',
    stays: 'Foyer 会保留现在的数据，您可以再换回来。',
    confirm: '恢复',
    working: '请稍候…',
  },
  file: {
    title: '换到另一台电脑',
    help: '在这里把全部数据保存成一个文件，在另一台电脑上导入，然后在摄像机里填写那台电脑的地址。',
    save: '全部保存成一个文件',
    savedFile: '全部数据已保存到 {path}',
    savedDownload: '文件会出现在您的下载中',
    open: '从文件导入',
  },
  askFile: {
    title: '从文件导入全部数据？',
    goes: '这台电脑上的所有计数、摄像机、门店和设置都会换成文件中的。',
    confirm: '选择文件',
  },
  done: {
    back: 'Foyer 已恢复到 {when}。之前的数据已保留。',
    file: '现在一切与文件中的一样。之前的数据已保留。',
    undone: '一切恢复如前。',
    undo: '撤销',
  },
};
