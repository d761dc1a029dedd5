/**
 * What the oracle works on: everything that happened to one camera, in the order in which it happened, as
 * plain values. Nothing here or beside it comes from the product: the rules are those of docs/COUNTING.md,
 * worked out anew and without regard to speed.
 */

/** A JSON body as a camera sends it, top level and items alike. */
export type Body = Record<string, unknown>;

/** A message that Foyer accepted. */
export interface Post {
  kind: 'post';
  /** Arrival, UTC ms. */
  at: number;
  endpoint: 'heartbeat' | 'upload';
  body: Body;
}

/** The owner set what the camera is to be told. */
export interface Setting {
  kind: 'setting';
  at: number;
  uploadInterval?: number;
  dataMode?: 'Add' | 'Total';
}

export type Happening = Post | Setting;

export const directionNames = ['in', 'out', 'passby', 'turnback'] as const;
export type DirectionName = (typeof directionNames)[number];

/** Everything that is counted. Stay is kept as person-milliseconds and persons. */
export const figureNames = [
  ...directionNames,
  'inAdult',
  'inChild',
  'inStaff',
  'stayMs',
  'stayPeople',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Known figures only: what is missing is unknown. */
export type Figures = Partial<Record<FigureName, number>>;

/** Half-open, UTC ms. */
export interface Span {
  start: number;
  end: number;
}

/** So much in that window. */
export interface Contribution extends Span {
  figures: Figures;
}

/** A time as the camera gave it; `fits` is false where it is too small for any unit. */
export interface ReadTime {
  ms: number;
  fits: boolean;
}

export interface ListedPerson {
  /** `null` where no event time was given: nobody to be recognised. */
  identity: string | null;
  direction: DirectionName;
  isChild: boolean;
  isStaff: boolean;
}

/** A flow report with everything the rules ask about it. */
export interface Report extends Span {
  /** Place in the order of arrival. */
  order: number;
  /** The whole body. */
  text: string;
  /** Counts, splits and stay as they were given, too many or not: a re-send is known by them. */
  content: string;
  /** The persons as they were given, with all that tells them apart. */
  personList: string;
  mode: 'Add' | 'Total';
  isRealTime: boolean;
  /** How far it was moved because of a wrong clock; 0: not at all. */
  shiftMs: number;
  deviceStart: number | null;
  deviceEnd: number | null;
  sentAt: number | null;
  counts: Partial<Record<DirectionName, number>>;
  adults: Partial<Record<DirectionName, number>>;
  children: Partial<Record<DirectionName, number>>;
  stayMs: number | null;
  persons: ListedPerson[] | null;
}

export interface HistoryItem extends Span {
  order: number;
  sentAt: number | null;
  counts: Partial<Record<DirectionName, number>>;
  stayMs: number | null;
}

/** What the oracle says of one quarter hour. */
export interface QuarterAnswer {
  in: number | null;
  out: number | null;
  passby: number | null;
  turnback: number | null;
  inAdult: number | null;
  inChild: number | null;
  inStaff: number | null;
  avgStaySeconds: number | null;
  coveredMinutes: number;
}
