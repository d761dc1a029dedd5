import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMeasures } from '../../../../src/main/core/counting/measures';
import type { Person } from '../../../../src/main/core/protocol/types';
import { migrate } from '../../../../src/main/core/storage/schema';
import { openTables, storeOf, watchPlans } from './support';

const camera = 1;
const told = {
  kind: 'realTime',
  deviceStart: null,
  deviceEnd: null,
  sentAt: null,
  isShifted: false,
  start: 0,
  end: 60_000,
  arrived: 0,
  content: '',
  whole: '',
  measures: noMeasures(),
} as const;

const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constantFrom('1', '2', '3', ''),
  at: fc.option(fc.integer({ min: 0, max: 4 }).map((second) => ({ ms: second * 1000, fitsUnit: true }))),
  direction: fc.constantFrom('in', 'out', 'passby', 'turnback'),
  isChild: fc.boolean(),
  isStaff: fc.boolean(),
  heightCm: fc.option(fc.integer({ min: 50, max: 220 })),
  stayMs: fc.option(fc.integer({ min: 0, max: 100_000 })),
});
/** Lists longer than what goes into the table at once among them. */
const lists = fc.array(fc.array(person, { maxLength: 30, size: 'max' }), { maxLength: 12, size: 'max' });

const isSame = (a: Person, b: Person) =>
  a.at !== null &&
  a.at.ms === b.at?.ms &&
  a.id === b.id &&
  a.direction === b.direction &&
  a.isChild === b.isChild;

it('keeps the persons of a report as they were listed, and knows who else names them', () => {
  fc.assert(
    fc.property(lists, (reports) => {
      const sql = openTables([camera]);
      const store = storeOf(sql);
      const known: { id: number; persons: Person[] }[] = [];
      for (const persons of reports) {
        const { id } = store.add(camera, told, persons);
        const naming = (each: Person) =>
          known
            .filter((other) => other.persons.some((theirs) => isSame(each, theirs)))
            .map((other) => other.id);
        // It may say "perhaps not" of new ones, and never "all" where one of them is known.
        if (store.persons.areAllNew(id, persons)) expect(persons.flatMap(naming)).toEqual([]);
        for (const each of persons) {
          expect(store.namingPerson(camera, each, id).sort((a, b) => a - b)).toEqual(naming(each));
        }
        known.push({ id, persons });
      }
      for (const { id, persons } of known) {
        expect(store.persons.of(id)).toEqual(persons.map((each) => ({ ...each, stayMs: null })));
      }
      sql.close();
    }),
  );
});

it('finds every report that names somebody, however often one of them does', () => {
  const sql = openTables([camera]);
  const store = storeOf(sql);
  const [one] = fc.sample(person, 1).map((each) => ({ ...each, at: { ms: 1000, fitsUnit: true } }));
  if (!one) throw new Error('No person');
  const over = store.add(
    camera,
    told,
    Array.from({ length: 100 }, () => one),
  );
  const once = store.add(camera, told, [one]);
  const { id } = store.add(camera, told, [one]);
  expect(store.namingPerson(camera, one, id).sort((a, b) => a - b)).toEqual([over.id, once.id]);
  sql.close();
});

it('lets them go with their report', () => {
  const sql = openTables([camera]);
  const store = storeOf(sql);
  const persons = fc.sample(person, 10);
  const old = store.add(camera, told, persons);
  const kept = store.add(camera, { ...told, start: 60_000, end: 120_000 }, persons);
  store.removeUntil(camera, 60_000);
  expect(store.persons.of(old.id)).toEqual([]);
  expect(store.persons.of(kept.id)).toHaveLength(10);
  sql.close();
});

it('finds them in a file of before, in their order', () => {
  const sql = openTables([camera], 50);
  sql.exec(`
    INSERT INTO report (id, camera_id, kind, is_shifted, start, "end", arrived, content, whole)
      VALUES (1, ${camera}, 1, 0, 0, 60000, 0, '', ''), (2, ${camera}, 1, 0, 0, 60000, 0, '', '');
    INSERT INTO person VALUES
      (2, ${camera}, 'z', 5000, 0, 0, 1, 170, 1000), (1, ${camera}, 'b', 1000, 1, 1, 0, NULL, NULL),
      (2, ${camera}, 'a', NULL, 3, 0, 0, 120, NULL), (1, ${camera}, 'a', 2000, 0, 0, 0, 160, 900);`);
  migrate(sql);
  const { persons } = storeOf(sql);
  expect(persons.of(1)).toMatchObject([
    { id: 'b', isChild: true },
    { id: 'a', heightCm: 160 },
  ]);
  expect(persons.of(2)).toMatchObject([
    { id: 'z', at: { ms: 5000 }, isStaff: true },
    { id: 'a', at: null, direction: 'turnback', heightCm: 120 },
  ]);
  expect(sql.all('SELECT stay_ms FROM person ORDER BY report_id, position')).toEqual([
    [null],
    [900],
    [1000],
    [null],
  ]);
  expect(sql.all('PRAGMA foreign_key_check')).toEqual([]);
  sql.close();
});

it('looks into an index for them', () => {
  const sql = openTables([camera]);
  const plans = watchPlans(sql);
  const store = storeOf(sql);
  const [one] = fc.sample(person, 1).map((each) => ({ ...each, at: { ms: 1000, fitsUnit: true } }));
  if (!one) throw new Error('No person');
  store.add(camera, told, [one]);
  const { id } = store.add(camera, told, [one]);
  store.persons.of(id);
  store.namingPerson(camera, one, id);
  expect(plans.filter((step) => /SEARCH person USING/.test(step))).toHaveLength(2);
  expect(plans.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  sql.close();
});
