import type { setup as english } from '../en/setup';

export const setup: typeof english = {
  title: '设置摄像机',
  intro: '四盏灯都变绿，摄像机就在计数了。',
  proof: {
    title: '正常工作了吗？',
    state: { good: '完成', waiting: '等待中', bad: '有问题' },
    listening: {
      title: 'Foyer 正在监听',
      good: '这台电脑的端口 {port} 已对摄像机开放。',
      bad: 'Foyer 没有在监听。',
    },
    reachable: {
      title: '可以连到这台电脑',
      visited: '地址为 {address} 的设备打开了页面，{age}。',
      called: '地址为 {address} 的摄像机能连到它。',
      waiting: '尚未证实。请按下面的说明用手机试一试。',
      bad: '这台电脑没有连接网络。连接后，此页面会自动继续。',
    },
    called: {
      title: '摄像机已连接',
      good: '{name}，{age}。',
      waiting: '等待中。保存摄像机设置后一分钟内会连接。',
    },
    counted: {
      title: '已计到人',
      good: '{name} 今天计到 {in} 人进、{out} 人出。',
      waiting: '从摄像机下走过，最初的数字会自动出现。',
    },
    open: '打开 {name}',
  },
  type: {
    title: '在摄像机中填入',
    intro: '用浏览器打开摄像机的设置页面，找到“Data Push”或“HTTP”。全部填好后保存。',
    network: '摄像机连接的网络',
    networkHelp: '这台电脑在多个网络中。请选择摄像机所在的网络；第一个最有可能。',
    server: '服务器地址',
    ip: '服务器（IP）',
    port: '端口',
    heartbeat: '心跳路径（Heartbeat）',
    upload: '上传路径（Upload）',
    mode: '数据模式',
    whole: '摄像机要求填写完整地址',
    heartbeatUrl: '心跳地址（Heartbeat）',
    uploadUrl: '上传地址（Upload）',
    encrypted: '如果摄像机设置为 HTTPS，这就是服务器地址。路径相同。',
    httpsUrl: '服务器地址（加密）',
    https: '如果摄像机有 HTTP 和 HTTPS 可选，请选 HTTP。',
  },
  phone: {
    title: '用手机试一试',
    help: '用连着店内 Wi-Fi 的手机扫描，或在手机浏览器中打开此地址。页面会显示 Foyer 正在监听，上面的灯会变绿。',
    code: '{url} 的二维码',
    fails: '打不开？',
    sameNetwork: '手机和电脑必须在同一网络中。访客 Wi-Fi 通常会把它们隔开；移动数据也是。',
    firewall: '可能是这台电脑的防火墙拦住了访问：',
    system: '这台电脑的系统',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1: '打开“Windows 安全中心”、“防火墙和网络保护”、“允许应用通过防火墙”，为专用网络勾选 Foyer。',
      step2: '在 Windows 设置的“网络和 Internet”中，把店内网络设为“专用”。',
      command: '或在以管理员身份运行的命令提示符中输入：',
    },
    mac: {
      name: 'macOS',
      step1: '打开“系统设置”、“网络”、“防火墙”、“选项”，把 Foyer 设为“允许传入连接”。',
      step2: '在“隐私与安全性”、“本地网络”中打开 Foyer。',
    },
    linux: {
      name: 'Linux',
      step1: '如果防火墙已启用，请放行该端口。使用 ufw 时，在终端输入：',
      step2: '使用其他防火墙时，请允许到端口 {port} 的 TCP 连接。',
    },
  },
  refused: {
    title: '最近一条被拒绝的消息',
  },
};
