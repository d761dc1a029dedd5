import type { tv as english } from '../en/tv';

export const tv: typeof english = {
  visitors: '今天进店人数',
  visitorsOpen: '营业时间内进店人数',
  inside: '现在店内',
  fullscreen: '全屏',
  leaveFullscreen: '退出全屏',
  back: '返回“今天”',
  offline: '{name} 离线 | {n} 台摄像机离线',
  noCamera: '等待第一台摄像机',
  chart: '各小时进店人数',
};
