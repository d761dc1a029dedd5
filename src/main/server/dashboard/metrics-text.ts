import { directions, type CameraSummary, type Counts, type Health, type SiteSummary } from '#shared/domain';

export interface MetricsSource {
  health: Health;
  cameras: readonly CameraSummary[];
  sites: readonly SiteSummary[];
}

type Labels = Record<string, string>;

interface Sample {
  labels: Labels;
  /** `null`: unknown, and then there is no line: a gap is not a zero. */
  value: number | null;
}

interface Metric {
  name: string;
  help: string;
  samples: Sample[];
}

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/** Figures of now in Prometheus' text format (version 0.0.4). */
export function metricsText(source: MetricsSource): string {
  return metricsOf(source)
    .flatMap(({ name, help, samples }) => {
      const lines = samples.flatMap(({ labels, value }) =>
        value === null ? [] : [`${name}${labelText(labels)} ${String(value)}`],
      );
      return lines.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines];
    })
    .map((line) => `${line}\n`)
    .join('');
}

function metricsOf({ health, cameras, sites }: MetricsSource): Metric[] {
  const shown = cameras.filter(({ isDemo }) => !isDemo);
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  const cameraLabels = ({ sn, name, site }: CameraSummary): Labels => ({
    serial: sn,
    camera: name === '' ? sn : name,
    site_id: site,
    site: siteNames.get(site) ?? site,
  });
  const siteLabels = ({ id, name }: SiteSummary): Labels => ({ site_id: id, site: name });
  const ofCameras = (value: (camera: CameraSummary) => number | null) =>
    shown.map((camera) => ({ labels: cameraLabels(camera), value: value(camera) }));
  const alone = (value: number | null): Sample[] => [{ labels: {}, value }];
  return [
    metric('foyer_info', 'Version of Foyer.', [{ labels: { version: health.version }, value: 1 }]),
    metric('foyer_healthy', 'Whether everything can be stored.', alone(health.ok ? 1 : 0)),
    metric('foyer_journal_records', 'Journal records since the last snapshot.', alone(health.journalLag)),
    metric('foyer_last_snapshot_timestamp_seconds', 'Last snapshot.', alone(seconds(health.lastSnapshot))),
    metric(
      'foyer_site_people_today',
      'People counted at the doors of a site since midnight there.',
      sites.flatMap((site) => countSamples(siteLabels(site), site.today)),
    ),
    metric(
      'foyer_site_people_inside',
      'People inside: counted at the doors, or seen by cameras.',
      sites.flatMap((site) =>
        (['counted', 'seen'] as const).map((kind) => ({
          labels: { ...siteLabels(site), source: kind },
          value: site.occupancy[kind],
        })),
      ),
    ),
    metric(
      'foyer_camera_people_today',
      'People a camera counted since midnight there.',
      shown.flatMap((camera) => countSamples(cameraLabels(camera), camera.today)),
    ),
    metric(
      'foyer_camera_people_in_view',
      'People in view of a camera.',
      ofCameras((camera) => camera.stay.current),
    ),
    metric(
      'foyer_camera_online',
      'Whether a camera was heard in the last three minutes.',
      ofCameras((camera) => (camera.status === 'online' ? 1 : 0)),
    ),
    metric(
      'foyer_camera_last_seen_timestamp_seconds',
      'When a camera was last heard.',
      ofCameras((camera) => seconds(camera.lastSeen)),
    ),
    metric(
      'foyer_camera_clock_skew_seconds',
      'Clock of a camera minus that of this computer.',
      ofCameras((camera) => camera.clockSkewSeconds),
    ),
  ];
}

function metric(name: string, help: string, samples: Sample[]): Metric {
  return { name, help, samples };
}

function countSamples(labels: Labels, counts: Counts): Sample[] {
  return directions.map((direction) => ({ labels: { ...labels, direction }, value: counts[direction] }));
}

function seconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant) / 1000;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** A name may hold what ends a label or a line. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
