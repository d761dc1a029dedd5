import { describe, expect, it } from 'vitest';
import { methods } from '#shared/contract';
import type { IntegrationSettings, IntegrationStatus } from '#shared/domain';
import {
  changeOf,
  draftOf,
  shownNames,
  wrongFields,
  type FieldName,
  type ShownName,
} from '../../../src/renderer/features/settings/integrations/integration-draft';
import { stateLine } from '../../../src/renderer/features/settings/integrations/state-line';

const settings: IntegrationSettings = {
  postgres: {
    isOn: true,
    host: 'db',
    port: 5432,
    database: 'shops',
    user: 'foyer',
    encryption: 'off',
    hasPassword: true,
  },
  mqtt: {
    isOn: false,
    host: '',
    port: 1883,
    user: '',
    encryption: 'off',
    topic: 'foyer',
    discoveryTopic: 'homeassistant',
    hasPassword: false,
  },
  webhook: { isOn: false, host: 'chat.example', hasSecret: true },
  metrics: { isOn: false },
};

const isTaken = (change: unknown) => methods['integrations.update'].params.safeParse(change).success;

describe('what was typed', () => {
  it.each(shownNames)('%s: what is stored is right, and sent back without secrets', (name) => {
    const draft = draftOf(name, settings);
    expect(wrongFields(draft)).toEqual([]);
    const change = changeOf(name, draft);
    expect(isTaken(change)).toBe(true);
    expect(JSON.stringify(change)).not.toMatch(/password|secret|url|has/);
  });

  it.each<[ShownName, FieldName, string, boolean]>([
    ['webhook', 'url', 'https://chat.example/hook?key=1', true],
    ['webhook', 'url', ' http://192.0.2.7:8123/api ', true],
    ['webhook', 'url', 'chat.example/hook', false],
    ['webhook', 'url', 'https://', false],
    ['webhook', 'url', 'ftp://chat.example', false],
    ['webhook', 'url', 'javascript:alert(1)', false],
    ['mqtt', 'host', 'broker.local', true],
    ['mqtt', 'host', '2001:db8::7', true],
    ['mqtt', 'host', 'mqtt://broker', false],
    ['mqtt', 'host', 'two words', false],
    ['mqtt', 'port', '8883', true],
    ['mqtt', 'port', '0', false],
    ['mqtt', 'port', '65536', false],
    ['mqtt', 'port', '', false],
    ['mqtt', 'topic', 'shops/north', true],
    ['mqtt', 'topic', 'shops/+/#', false],
    ['mqtt', 'topic', '', false],
    ['postgres', 'encryption', 'verified', true],
    ['postgres', 'password', ' with spaces ', true],
  ])('%s, %s: %j is what the core takes: %s', (name, field, typed, isRight) => {
    const draft = draftOf(name, settings);
    draft.values[field] = typed;
    expect(wrongFields(draft)).toEqual(isRight ? [] : [field]);
    expect(isTaken(changeOf(name, draft))).toBe(isRight);
  });
});

it('keeps the spaces of a password', () => {
  const draft = draftOf('postgres', settings);
  draft.values.password = ' a b ';
  draft.values.host = ' db ';
  expect(changeOf('postgres', draft)).toMatchObject({
    postgres: { password: ' a b ', host: 'db', port: 5432 },
  });
});

it.each<[Partial<IntegrationStatus>, object]>([
  [{ state: 'off' }, { light: 'waiting', text: 'off' }],
  [{ state: 'waiting' }, { light: 'waiting', text: 'connecting' }],
  [{ state: 'working' }, { light: 'waiting', text: 'ready' }],
  [
    { state: 'working', lastDelivered: 'then', waiting: 3 },
    { light: 'good', text: 'working', at: 'then', waiting: 3 },
  ],
  [
    { state: 'trouble', problem: 'login', waiting: 9 },
    { light: 'bad', text: 'trouble', problem: 'login', waiting: 9 },
  ],
])('%o is said as %o', (status, line) => {
  const unknown: IntegrationStatus = {
    state: 'off',
    problem: null,
    since: null,
    lastDelivered: null,
    waiting: null,
  };
  expect(stateLine({ ...unknown, ...status })).toEqual(line);
});
