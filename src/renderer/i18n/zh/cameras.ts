import type { cameras as english } from '../en/cameras';

export const cameras: typeof english = {
  title: '摄像机',
  none: '还没有摄像机连接。',
  retired: '显示已停用的摄像机（{n}）',
  setUp: '设置摄像机',
  summary: '{n} 台摄像机',
  needLook: '{n} 台需要查看',
  allWell: '全部在计数',
  find: '查找摄像机',
  noneFound: '没有名称或序列号包含“{text}”的摄像机。',
  group: {
    attention: '需要查看',
    fine: '计数中',
    retired: '已停用',
    blocked: '已屏蔽',
  },
  attention: {
    offline: '没有信号。请检查电源和网线。',
    waiting: '等待首次连接。',
  },
  demo: '演示',
  inner: '店内通道',
  todayIn: '今天进店',
  rename: {
    button: '重命名',
    give: '起个名字',
    title: '给这台摄像机命名',
    help: '说明它装在哪里，例如“正门”。序列号 {sn}。',
    field: '名称',
    done: '摄像机现在叫“{name}”。',
  },
  add: {
    button: '按序列号添加',
    title: '添加摄像机',
    help: '序列号印在摄像机上，也显示在它的设置页面中。',
    serial: '序列号',
    name: '名称（可以以后再填）',
    done: '已添加。从它下一次信号起，Foyer 就会计数。',
  },
  strip: {
    listening: '正在监听端口 {port}',
    down: '未在监听',
    address: '摄像机发送到',
    noAddress: '这台电脑没有连接网络。',
  },
  moved: {
    title: '这台电脑换了新地址',
    text: '{cameras} 仍在向 {old} 发送。请在它的设置中填入 {now}。',
    unknown: '{cameras} 仍在向 {old} 发送，而这台电脑已不再使用该地址。',
    how: '如何操作',
  },
};
