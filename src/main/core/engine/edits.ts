import type { EditedKind } from '#shared/contract';
import type { CommandName } from './command-types';

/** What the owner's commands change of what screens show and no report ever would. */
export const editedBy: Readonly<Partial<Record<CommandName, EditedKind>>> = {
  'notes.put': 'notes',
  'till.put': 'till',
  'till.import': 'till',
  'till.undo': 'till',
  'till.setCurrency': 'till',
  'corrections.put': 'corrections',
  'corrections.remove': 'corrections',
  // Who counts for whom, which hours are asked for and where a day begins: the past is grouped anew.
  'cameras.update': 'shop',
  'cameras.replace': 'shop',
  'sites.update': 'shop',
  'sites.setOccupancy': 'shop',
};
