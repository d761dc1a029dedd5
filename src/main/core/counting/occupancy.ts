/** People in and out of a site in one quarter hour, over all its entrance doors. */
export interface Flow {
  in: number;
  out: number;
}

/**
 * People inside after each quarter hour of a business day that is still going on. When more have left than
 * came in, the shop was empty at that moment: the base moves there, and later entries count from it.
 */
export function countedOccupancy(flows: readonly Flow[]): number[] {
  let inside = 0;
  return flows.map((flow) => {
    inside = Math.max(0, inside + flow.in - flow.out);
    return inside;
  });
}

/**
 * The same for a day that is over, corrected for drift: a shop begins and ends its day empty, so the side
 * that was undercounted is scaled up until both agree. Where one side is zero nothing can be scaled, and
 * the day is as counted.
 */
export function correctedOccupancy(flows: readonly Flow[]): number[] {
  const entered = flows.reduce((sum, flow) => sum + flow.in, 0);
  const left = flows.reduce((sum, flow) => sum + flow.out, 0);
  if (entered === 0 || left === 0) return countedOccupancy(flows);
  const inFactor = Math.max(1, left / entered);
  const outFactor = Math.max(1, entered / left);
  let inside = 0;
  return flows.map((flow) => {
    inside += flow.in * inFactor - flow.out * outFactor;
    return Math.max(0, Math.round(inside));
  });
}
