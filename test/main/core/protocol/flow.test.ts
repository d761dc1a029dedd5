import { expect, test } from 'vitest';
import { decodeFlow, readMode } from '../../../../src/main/core/protocol/flow';
import type { Fields } from '../../../../src/main/core/protocol/fields';
import type { SetAside } from '../../../../src/main/core/protocol/types';

const at = 1773129600;
const time = (seconds: number) => ({ ms: seconds * 1000, fitsUnit: true });

function flowOf(fields: Fields, prefix = '') {
  const setAside: SetAside[] = [];
  return { flow: decodeFlow(fields, prefix, setAside), setAside };
}

test('a report of V1.9 with everything', () => {
  const { flow, setAside } = flowOf({
    sn: 'A',
    startTime: at,
    endTime: at + 60,
    time: at + 61,
    in: 1,
    out: 2,
    passby: 3,
    turnback: 4,
    avgStayTime: 1500,
    inAdult: 1,
    outAdult: 2,
    passbyAdult: 3,
    turnbackAdult: 4,
    inChild: 0,
    outChild: 0,
    passbyChild: 0,
    turnbackChild: 0,
    total: 10,
    eventList: [],
  });
  expect(flow).toEqual({
    kind: 'flow',
    start: time(at),
    end: time(at + 60),
    sentAt: time(at + 61),
    mode: null,
    counts: {
      in: 1,
      out: 2,
      passby: 3,
      turnback: 4,
      inAdult: 1,
      outAdult: 2,
      passbyAdult: 3,
      turnbackAdult: 4,
      inChild: 0,
      outChild: 0,
      passbyChild: 0,
      turnbackChild: 0,
    },
    avgStayMs: 1500,
    persons: [],
  });
  expect(setAside).toEqual([]);
});

test('what is not said stays unknown', () => {
  expect(flowOf({ endTime: at * 1000, in: 1, out: 0 }).flow).toEqual({
    kind: 'flow',
    start: null,
    end: time(at),
    sentAt: null,
    mode: null,
    counts: { in: 1, out: 0 },
    avgStayMs: null,
    persons: null,
  });
});

test.each([
  ['Add', 'Add'],
  ['add', 'Add'],
  ['Total', 'Total'],
  ['total', 'Total'],
  [' TOTAL ', 'Total'],
  ['sum', null],
  [1, null],
  [undefined, null],
])('dataMode %j means %j', (value, mode) => {
  expect(readMode(value)).toBe(mode);
});

test('impossible values are set aside one by one', () => {
  const { flow, setAside } = flowOf({
    endTime: at,
    in: -2,
    out: 1,
    passby: 1.5,
    inChild: 'x',
    avgStayTime: -1,
  });
  expect(flow).toMatchObject({ counts: { in: null, out: 1, passby: null, inChild: null }, avgStayMs: null });
  expect(setAside).toEqual([
    { place: 'in', value: '-2' },
    { place: 'passby', value: '1.5' },
    { place: 'inChild', value: 'x' },
    { place: 'avgStayTime', value: '-1' },
  ]);
});

test('the nested form becomes the flat one', () => {
  const { flow, setAside } = flowOf({
    time: at,
    in: { count: 5, child: 2, staff: 1 },
    out: { count: 4 },
    pass: { count: 9, child: null },
    turnback: { count: 0, child: 0 },
    stayTime: { avgTime: 2500, maxTime: 9000 },
  });
  expect(flow).toMatchObject({
    kind: 'flow',
    sentAt: time(at),
    counts: { in: 5, out: 4, passby: 9, turnback: 0, inChild: 2, turnbackChild: 0, inStaff: 1 },
    avgStayMs: 2500,
  });
  expect(setAside).toEqual([]);
});

test('pass is another name for passby, and wrong values in the nested form have their place', () => {
  expect(flowOf({ time: at, in: 1, pass: 7 }).flow).toMatchObject({ counts: { in: 1, passby: 7 } });
  const { flow, setAside } = flowOf(
    { time: at, in: { count: -1, staff: 0.5 }, out: { count: 1 } },
    'data[4].',
  );
  expect(flow).toMatchObject({ counts: { in: null, out: 1, inStaff: null } });
  expect(setAside.map(({ place }) => place)).toEqual(['data[4].in', 'data[4].in.staff']);
});

test.each([
  [{ endTime: at }, 'no-usable-field', null],
  [{ endTime: at, in: null, total: 5 }, 'no-usable-field', null],
  [{ endTime: at, in: {} }, 'no-usable-field', null],
  [{ in: 1 }, 'no-time', 'endTime'],
  [{ in: 1, endTime: null }, 'no-time', 'endTime'],
  [{ in: 1, endTime: 'soon' }, 'bad-time', 'endTime'],
  [{ in: 1, endTime: -5, time: 0 }, 'bad-time', 'endTime'],
  [{ in: 1, startTime: {} }, 'bad-time', 'startTime'],
])('%j is refused: %s', (fields, reason, place) => {
  expect(flowOf(fields as Fields).flow).toMatchObject({ reason, place });
  const inList = flowOf(fields as Fields, 'data[7].').flow;
  expect(inList).toMatchObject({ reason, place: place === null ? 'data[7]' : `data[7].${place}` });
});
