/**
 * One level of a topic from a serial or an id: letters, digits and `-` as they are, everything else as `_` and two
 * or more hexadecimal digits. Different ids never meet, and none can hold a `/`, `+` or `#`.
 */
export function level(id: string): string {
  return [...id]
    .map((sign) =>
      /[A-Za-z0-9-]/.test(sign) ? sign : `_${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    )
    .join('');
}

/** The serial that a level was made from, which knows no signs but ASCII; `null` if it was not made by {@link level}. */
export function serialOf(text: string): string | null {
  const sn = text.replaceAll(/_([0-9a-f]{2})/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
  return level(sn) === text ? sn : null;
}

export interface Topics {
  /** `online` or `offline`, retained; the broker says `offline` when Foyer is gone. */
  availability: string;
  site(id: string): string;
  camera(serial: string): string;
  /** What Home Assistant is told of one figure. @param component `sensor` or `binary_sensor` */
  discovery(component: string, uniqueId: string): string;
  /** Unique among all Foyers. */
  uniqueId(kind: 'site' | 'camera', id: string): string;
}

/** @param installation id of the data, of which the beginning is in every topic: shops may share a broker */
export function topicsOf(base: string, discoveryBase: string, installation: string): Topics {
  const shop = level(installation.slice(0, 8));
  return {
    availability: `${base}/${shop}/availability`,
    site: (id) => `${base}/${shop}/site/${level(id)}`,
    camera: (serial) => `${base}/${shop}/camera/${level(serial)}`,
    discovery: (component, uniqueId) => `${discoveryBase}/${component}/${uniqueId}/config`,
    uniqueId: (kind, id) => `foyer_${shop}_${kind}_${level(id)}`,
  };
}
