import type { CameraSummary, SiteSummary } from '#shared/domain';
import type { Topics } from './topics';

/** A retained message; an empty payload takes an earlier one away. */
export interface Message {
  topic: string;
  payload: string;
}

interface Figure {
  key: string;
  name: string;
  icon: string;
  /** Home Assistant: a sum of the day that begins anew at midnight, or a figure of this moment. */
  stateClass: 'total_increasing' | 'measurement';
}

const daily = [
  { key: 'in', name: 'Visitors today', icon: 'mdi:door-open', stateClass: 'total_increasing' },
  { key: 'out', name: 'Left today', icon: 'mdi:exit-run', stateClass: 'total_increasing' },
  { key: 'passby', name: 'Passers-by today', icon: 'mdi:walk', stateClass: 'total_increasing' },
  { key: 'turnback', name: 'Turned back today', icon: 'mdi:u-turn-left', stateClass: 'total_increasing' },
] as const satisfies Figure[];

const siteFigures: readonly Figure[] = [
  ...daily,
  { key: 'inside', name: 'People inside', icon: 'mdi:account-group', stateClass: 'measurement' },
];
const cameraFigures: readonly Figure[] = [
  ...daily,
  { key: 'inView', name: 'People in view', icon: 'mdi:eye', stateClass: 'measurement' },
];

/** The figures of a site, by the names of API v1. */
function siteState(topics: Topics, { id, today, occupancy }: SiteSummary): Message {
  const payload = { ...today, inside: occupancy.counted, seen: occupancy.seen, asOf: occupancy.asOf };
  return { topic: topics.site(id), payload: JSON.stringify(payload) };
}

function cameraState(topics: Topics, { sn, today, stay, status }: CameraSummary): Message {
  const payload = { ...today, inView: stay.current, asOf: stay.asOf, status };
  return { topic: topics.camera(sn), payload: JSON.stringify(payload) };
}

/** Tells Home Assistant of a site. Names are data of the message; topics are made of ids. */
function siteDiscovery(topics: Topics, version: string, { id, name }: SiteSummary): Message[] {
  const uniqueId = topics.uniqueId('site', id);
  const device = { identifiers: [uniqueId], name, manufacturer: 'Foyer', sw_version: version };
  return siteFigures.map((figure) => sensor(topics, topics.site(id), uniqueId, device, figure));
}

function cameraDiscovery(topics: Topics, version: string, camera: CameraSummary): Message[] {
  const uniqueId = topics.uniqueId('camera', camera.sn);
  const device = {
    identifiers: [uniqueId],
    name: camera.name === '' ? camera.sn : camera.name,
    manufacturer: 'Foyer',
    serial_number: camera.sn,
    sw_version: version,
    via_device: topics.uniqueId('site', camera.site),
  };
  const state = topics.camera(camera.sn);
  const connection = {
    unique_id: `${uniqueId}_status`,
    object_id: `${uniqueId}_status`,
    name: 'Connection',
    device_class: 'connectivity',
    entity_category: 'diagnostic',
    state_topic: state,
    value_template: '{{ value_json.status }}',
    payload_on: 'online',
    payload_off: 'offline',
    availability_topic: topics.availability,
    device,
  };
  return [
    ...cameraFigures.map((figure) => sensor(topics, state, uniqueId, device, figure)),
    {
      topic: topics.discovery('binary_sensor', connection.unique_id),
      payload: JSON.stringify(connection),
    },
  ];
}

/** All there is to tell of a site. */
export function siteMessages(topics: Topics, version: string, site: SiteSummary): Message[] {
  return [...siteDiscovery(topics, version, site), siteState(topics, site)];
}

/** The same of a camera. The demo's figures are for nobody else, and one that was put away has none. */
export function cameraMessages(topics: Topics, version: string, camera: CameraSummary): Message[] {
  if (camera.isDemo) return [];
  if (camera.state === 'retired') return withoutCamera(topics, camera.sn);
  return [...cameraDiscovery(topics, version, camera), cameraState(topics, camera)];
}

/** Takes away everything that was ever told of a camera, its figures last. */
export function withoutCamera(topics: Topics, sn: string): Message[] {
  const uniqueId = topics.uniqueId('camera', sn);
  return [
    ...cameraFigures.map(({ key }) => topics.discovery('sensor', `${uniqueId}_${key}`)),
    topics.discovery('binary_sensor', `${uniqueId}_status`),
    topics.camera(sn),
  ].map((topic) => ({ topic, payload: '' }));
}

function sensor(
  topics: Topics,
  stateTopic: string,
  deviceId: string,
  device: object,
  { key, name, icon, stateClass }: Figure,
): Message {
  const uniqueId = `${deviceId}_${key}`;
  const payload = {
    unique_id: uniqueId,
    object_id: uniqueId,
    name,
    icon,
    state_class: stateClass,
    unit_of_measurement: 'people',
    state_topic: stateTopic,
    value_template: `{{ value_json['${key}'] }}`,
    availability_topic: topics.availability,
    device,
  };
  return { topic: topics.discovery('sensor', uniqueId), payload: JSON.stringify(payload) };
}
