/**
 * What a workbook says to people, beside the columns that programs read by their names. The other languages are beside
 * it.
 */
export const en = {
  headings: {
    site: 'site',
    camera: 'camera',
    serial: 'serial',
    in: 'in',
    out: 'out',
    passby: 'passby',
    turnback: 'turnback',
    in_adult: 'in_adult',
    in_child: 'in_child',
    in_staff: 'in_staff',
    turn_in_rate: 'turn_in_rate',
    turn_back_rate: 'turn_back_rate',
    coverage: 'coverage',
    days_counted: 'days_counted',
    busiest_day: 'busiest_day',
    busiest_day_in: 'busiest_day_in',
    state: 'state',
    counts_as: 'counts_as',
    turned_round: 'turned_round',
    replaces: 'replaces',
    first_seen: 'first_seen',
    last_seen: 'last_seen',
    what: 'what',
    about: 'about',
  },
  states: { new: 'new', active: 'active', blocked: 'blocked', retired: 'retired' },
  roles: { entrance: 'entrance', inner: 'inner' },
  yes: 'yes',
  no: 'no',
  hours: { all: 'all hours', open: 'opening hours only', closed: 'outside of opening hours only' },
  about: {
    from: 'From',
    to: 'To (included)',
    timeZone: 'Time zone',
    made: 'Made',
    hours: 'Hours',
    children: 'Children',
    staff: 'Staff',
    corrections: 'Corrections',
    empty: 'Empty cells',
  },
  says: {
    /** `{cm}`: the height below which somebody is a child. */
    children: 'Below {cm} cm, where the camera does not say it itself.',
    staff: 'Counted like everybody; in_staff says how many of the visitors had a staff card.',
    corrections:
      'In columns of their own in Daily and Hourly; not applied to the other columns, nor to the summary.',
  },
  means: {
    in: 'Visitors: people who came in through this door.',
    out: 'People who left through this door.',
    passby: 'People who passed by, as far as the camera sees. A trend, not the whole street.',
    turnback: 'People who came to the door and turned back.',
    inAdultChild: 'Of the visitors, as the camera tells them apart, else by their height.',
    inStaff: 'Of the visitors, those with a staff card. They are not taken out of the visitors.',
    avgStay: 'Mean time under the camera in seconds, weighted by people. It is not the time in the shop.',
    occupancy:
      'People inside the whole site: at the end of the period, and the most at the end of any quarter hour. A business day that is over is corrected for drift.',
    turnInRate: 'in ÷ (in + passby)',
    turnBackRate: 'turnback ÷ (in + turnback)',
    coverage:
      'Minutes with a sign of life from the camera ÷ minutes of the period. Below 100 % something was not counted.',
    quality:
      'ok; partial: a part is missing; missing: nothing is known; estimated: worked out; edited: corrected by the owner, see in_corrected.',
    corrected:
      'The counts with the owner’s corrections, beside what the camera told. Empty where nothing was corrected.',
    empty: 'Nothing is known. It does not mean zero.',
    window:
      'Local time of the site; the end is not included. When the clocks go back the repeated hour is told apart by utc_offset.',
  },
};
