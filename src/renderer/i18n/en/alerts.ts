export const alerts = {
  title: 'Notifications',
  elsewhere:
    'Notifications appear in the Foyer desktop app, on the computer it runs on, and not in this browser. What you choose here is for that app.',
  cameraSilent: {
    label: 'A camera is silent',
    help: 'During opening hours, once, and again after a day if it lasts.',
  },
  cameraBack: {
    label: 'A silent camera is back',
    help: 'During opening hours, when it was silent for that long and is heard again.',
  },
  silentAfterMinutes: {
    label: 'A camera is silent after',
    help: 'Time without a sign of life. It is counted from opening time on.',
    unit: 'minutes',
    invalid: 'Whole minutes, from {least} to {most}.',
  },
  occupancyLimit: {
    label: 'Too many people are inside',
    help: 'As soon as a shop reaches the limit, then every half hour while it stays there.',
  },
  occupancyLimitPeople: {
    label: 'Limit for each shop',
    help: 'Leave it empty for no limit.',
    unit: 'people',
    invalid: 'A whole number from {least} to {most}, or nothing.',
  },
  enteredWhileClosed: {
    label: 'Somebody comes in while the shop is closed',
    help: 'At most every 15 minutes.',
  },
  insideAtClosing: {
    label: 'Somebody may still be inside after closing',
    help: 'Once, ten minutes or more after closing, when people were not seen to leave.',
  },
  staffMinutes: {
    label: 'Time for staff to come and go',
    help: 'For this long before opening and after closing, the two notifications above stay quiet.',
    unit: 'minutes',
    invalid: 'Whole minutes, from {least} to {most}.',
  },
  needHours:
    'These two need opening hours, and your shop has none yet. You can set them at the top of this page.',
  storageTrouble: {
    label: 'Counts cannot be saved',
    help: 'At any hour, for example when the disk is full. Again every four hours while it lasts.',
  },
  reportTrouble: {
    label: 'Scheduled reports cannot be written',
    help: 'At any hour, when their folder is missing or full for half an hour. Again every day while it lasts.',
  },
  addressChanged: {
    label: 'This computer has a new address',
    help: 'At any hour, once, when cameras still call the old one.',
  },
};
