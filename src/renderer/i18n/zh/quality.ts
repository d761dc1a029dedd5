import type { quality as english } from '../en/quality';

export const quality: typeof english = {
  title: '数据质量',
  intro: 'Foyer 发现的情况和处理方式。除非反复出现，否则无需处理。',
  none: '没有异常。',
  rule: {
    resent: '同一条上报又来了一次，只计一次。',
    replaced: '一条更正后的上报取代了之前的。',
    'value-set-aside': '略去了一个不可能的数值。',
    'counter-started': '一个累计总数开始了，从它开始计数。',
    'counter-restarted': '累计总数从零重新开始，就像摄像机重启之后那样。',
    'counter-late': '一个较早的累计总数来迟了，没有计入。',
    'mode-changed': '摄像机改变了计数方式。',
    'history-used': '用摄像机自身存储的数字补上了缺口。',
    'history-lower': '摄像机存储的数字少于实时计数，保留实时数字。',
    'window-rebuilt': '一条上报的时间不可能，已根据其他内容推算。',
    'clock-shifted': '因摄像机时钟有误，已修正时间。',
    'clock-wrong': '摄像机的时钟有误。',
    'gap-recovered': '已从摄像机的存储补回缺失的时段。',
    'gap-not-recovered': '缺失的时段无法从摄像机补回。',
    'new-camera': '一台摄像机首次连接。',
    'too-many-reports': '它发送的上报远多于一台摄像机所能发送的。',
  },
  field: '字段：{field}',
  change: '{before} → {after}',
  valueBefore: '摄像机报告的是 {before}',
};
