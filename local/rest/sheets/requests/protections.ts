import type { ProtectionData } from '../../../workspace/data.ts';
import { ApiError } from '../../../workspace/errors.ts';
import { fileEditors, letsEdit } from '../../../workspace/sheets/protection.ts';
import { PROTECTED } from '../../../workspace/sheets/refusal.ts';
import { type Json, objectAt, objectsAt, onlyKnown } from '../json.ts';
import { UpdateMask } from '../mask.ts';
import { gridRangeData } from '../ranges.ts';
import { protectionJson } from '../resource.ts';
import type { Batch, RequestHandler } from './request.ts';

const FIELDS = ['protectedRangeId', 'range', 'namedRangeId', 'description', 'warningOnly', 'requestingUserCanEdit', 'unprotectedRanges', 'editors'];

/** Takes over the fields the mask names. Editors that nobody sets stay those of the file: such a protection keeps no editor out. */
function apply(batch: Batch, protection: ProtectionData, json: Json, has: (field: string) => boolean): void {
  const { spreadsheet, caller } = batch;
  if (has('namedRangeId') && json['namedRangeId'] !== undefined) {
    const named = spreadsheet.namedRanges.find((each) => each.id === json['namedRangeId']);
    if (!named) throw new ApiError(400, `No named range with id: ${String(json['namedRangeId'])}`);
    Object.assign(protection, { namedRangeId: named.id, range: named.range, type: 'RANGE' });
  } else if (has('range') && json['range'] !== undefined) {
    protection.range = gridRangeData(spreadsheet, objectAt(json['range'], 'range'));
    const { sheetId: _, ...edges } = protection.range;
    protection.type = Object.keys(edges).length === 0 ? 'SHEET' : 'RANGE';
  }
  if (has('description')) protection.description = String(json['description'] ?? '');
  if (has('unprotectedRanges')) {
    protection.unprotected = objectsAt(json['unprotectedRanges'], 'unprotectedRanges').map((range) => gridRangeData(spreadsheet, range));
    if (protection.unprotected.length > 0 && protection.type !== 'SHEET') throw new ApiError(400, 'Unprotected ranges are only supported on protected sheets.');
  }
  if (has('warningOnly')) {
    const before = protection.warningOnly;
    protection.warningOnly = json['warningOnly'] === true;
    if (before && !protection.warningOnly && !has('editors')) protection.editors = fileEditors(caller.workspace, spreadsheet.id);
  }
  if (!has('editors') || json['editors'] === undefined || protection.warningOnly) return;
  const editors = objectAt(json['editors'], 'editors');
  onlyKnown(editors, ['users', 'groups', 'domainUsersCanEdit'], 'editors');
  const named = [...((editors['users'] as string[] | undefined) ?? []), ...((editors['groups'] as string[] | undefined) ?? [])].map((each) =>
    each.toLowerCase(),
  );
  const owner = caller.workspace.drive.find(spreadsheet.id)?.owner;
  // Nobody can shut out the owner, nor the one who sets the protection.
  protection.editors = [...new Set([...(owner ? [owner] : []), caller.email, ...named])];
  protection.domainEdit = editors['domainUsersCanEdit'] === true;
  delete protection.mirrorsFile;
}

function found(batch: Batch, id: unknown): ProtectionData {
  const { spreadsheet, caller } = batch;
  const protection = spreadsheet.protections.find((each) => each.id === id);
  if (!protection) throw new ApiError(400, `No protected range with ID: ${String(id)}`);
  if (!letsEdit(caller.workspace, spreadsheet, protection, caller.email)) throw new ApiError(400, PROTECTED);
  return protection;
}

const addProtectedRange: RequestHandler = (batch, request) => {
  onlyKnown(request, ['protectedRange'], 'addProtectedRange');
  const json = objectAt(request['protectedRange'], 'protectedRange');
  onlyKnown(json, FIELDS, 'protectedRange');
  if ((json['range'] === undefined) === (json['namedRangeId'] === undefined)) throw new ApiError(400, 'Exactly one of range or namedRangeId must be set.');
  const { spreadsheet, caller } = batch;
  const id = (json['protectedRangeId'] as number | undefined) ?? Math.imul(spreadsheet.nextId++, 0x9e3779b1) >>> 1;
  if (spreadsheet.protections.some((each) => each.id === id)) throw new ApiError(400, `A protected range with id ${id} already exists.`);
  const protection: ProtectionData = {
    id,
    type: 'RANGE',
    range: { sheetId: 0 },
    unprotected: [],
    description: '',
    editors: fileEditors(caller.workspace, spreadsheet.id),
    domainEdit: false,
    warningOnly: false,
    mirrorsFile: true,
  };
  apply(batch, protection, json, () => true);
  if (protection.type === 'SHEET' && spreadsheet.protections.some((each) => each.type === 'SHEET' && each.range.sheetId === protection.range.sheetId)) {
    throw new ApiError(400, 'This sheet already has sheet protection.');
  }
  spreadsheet.protections.push(protection);
  return { addProtectedRange: { protectedRange: protectionJson(caller, spreadsheet, protection) } };
};

const updateProtectedRange: RequestHandler = (batch, request) => {
  onlyKnown(request, ['protectedRange', 'fields'], 'updateProtectedRange');
  const json = objectAt(request['protectedRange'], 'protectedRange');
  onlyKnown(json, FIELDS, 'protectedRange');
  const mask = UpdateMask.read(request['fields']);
  mask.allow(FIELDS);
  apply(batch, found(batch, json['protectedRangeId']), json, (field) => mask.has(field));
  return {};
};

const deleteProtectedRange: RequestHandler = (batch, request) => {
  onlyKnown(request, ['protectedRangeId'], 'deleteProtectedRange');
  const gone = found(batch, request['protectedRangeId']);
  batch.spreadsheet.protections = batch.spreadsheet.protections.filter((each) => each !== gone);
  return {};
};

export const protectionRequests: Record<string, RequestHandler> = { addProtectedRange, updateProtectedRange, deleteProtectedRange };
