import type { firstRun as english } from '../en/first-run';

export const firstRun: typeof english = {
  title: '欢迎使用 Foyer',
  intro: '三个步骤，大约五分钟。',
  steps: '步骤',
  skip: '暂时跳过',
  resume: '一步一步带我设置',
  back: '返回',
  shop: {
    title: '您的门店',
    intro: '名称会显示在页面和报表上。每天按它的时区开始和结束。',
    name: '门店名称',
    nameMissing: '门店需要一个名称。',
    zone: '时区',
    zoneHelp: '输入城市名，例如 Shanghai。',
    zoneUnknown: '请从列表中选择时区。',
    next: '下一步',
  },
  camera: {
    title: '第一台摄像机',
    intro: '把一台摄像机指向这台电脑，或先用演示摄像机看一看。',
    own: '我有摄像机',
    ownHelp: 'Foyer 会告诉您该填什么，并逐步验证。',
    ownButton: '设置我的摄像机',
    demo: '只是看看',
    demoHelp: '演示摄像机在一家虚构的门店里计数。移除后不留任何痕迹。',
    demoButton: '试用演示摄像机',
    waiting: '也可以现在就打开您的摄像机：它一连接，Foyer 就会自动继续。',
  },
  count: {
    title: '第一次计数',
    waiting: '{name} 已连接。从它下面走过，最初的数字会自动出现。',
    waitingDemo: '演示摄像机已开始工作。最初的数字马上就来。',
    done: '{name} 已在计数。一切就绪。',
    finish: '查看今天',
  },
  demo: {
    running: '演示摄像机正在统计虚构的客流。',
    stop: '移除它和它的全部计数',
    stopped: '演示摄像机及其全部计数已移除。',
    start: '试用演示摄像机',
  },
};
