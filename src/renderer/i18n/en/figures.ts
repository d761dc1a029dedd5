/** The figures: their names and what each one means. */
export const figures = {
  in: {
    name: 'Visitors',
    short: 'In',
    help: 'People who came in, counted at every door of the shop. Somebody who leaves and returns counts again. Staff are counted too.',
  },
  out: {
    name: 'Left',
    short: 'Out',
    help: 'People who went out, counted at every door of the shop.',
  },
  passby: {
    name: 'Passers-by',
    short: 'Passed by',
    help: 'People who walked through a camera’s view and did not come in. A camera sees its own stretch of pavement, not the whole street, so read it as a trend.',
  },
  turnback: {
    name: 'Turned back',
    short: 'Turned back',
    help: 'People who stepped towards the door and turned round before coming in.',
  },
  inside: {
    name: 'Inside now',
    help: 'Everyone who came in since the day began, minus everyone who left. A missed person makes it drift, so it is compared with what the cameras see themselves.',
  },
  seen: {
    name: 'Under the cameras',
    help: 'How many people the cameras have in view at this moment, added up. They see the area below them, not the whole shop.',
  },
  mostInside: {
    name: 'Most at once',
    help: 'The highest number of people inside at the end of any quarter hour of the day, counted at the doors.',
  },
  avgVisit: {
    name: 'Average visit',
    help: 'How long people stayed in the shop on average: all the time that everyone spent inside ÷ visitors. It is worked out when the day is over, and only if nearly all of it was recorded, as many left as came in, and at least 30 people came.',
  },
  usual: {
    name: 'Usual for this weekday',
    help: 'Of the last eight days with the same weekday that were well recorded, eight in ten had as many visitors by this time.',
  },
  lastWeek: {
    name: 'Compared with a week ago',
    help: 'Visitors up to the last whole quarter hour, held against the same minutes seven days earlier. Quarter hours that one of the two days did not record are left out on both sides.',
  },
  turnInRate: {
    name: 'Turn-in rate',
    help: 'Of all people the cameras noticed outside, the share that came in: visitors ÷ (visitors + passers-by).',
    parts: '{in} of {all} came in',
  },
  turnBackRate: {
    name: 'Turn-back rate',
    help: 'Of all people who came up to the door, the share that turned round: turned back ÷ (visitors + turned back).',
    parts: '{part} of {all} turned back',
  },
  conversion: {
    name: 'Conversion',
    help: 'The share of visitors that bought something: sales ÷ visitors of the same hours, on days for which you noted the sales.',
  },
  valuePerVisitor: {
    name: 'Value per visitor',
    help: 'What a visitor brought on average: takings ÷ visitors of the same hours, on days for which you noted the takings.',
  },
  avgStay: {
    name: 'Average time in view',
    short: 'Time in view',
    help: 'How long people stayed under the camera on average. It is not the time they spent in the shop.',
  },
  coverage: {
    name: 'Coverage',
    help: 'The share of the time in which the cameras gave a sign of life. Below 100% something is missing, so the true figures may be higher.',
  },
};
