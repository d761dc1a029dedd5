/** Figures that can explain themselves; their texts are `figures.<name>`. */
export const figureNames = [
  'in',
  'out',
  'passby',
  'turnback',
  'inside',
  'seen',
  'mostInside',
  'avgVisit',
  'usual',
  'lastWeek',
  'turnInRate',
  'turnBackRate',
  'conversion',
  'valuePerVisitor',
  'avgStay',
  'coverage',
] as const;
export type FigureName = (typeof figureNames)[number];
