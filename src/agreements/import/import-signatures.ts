import { fieldsInBrackets, fieldsOfSentence, hasBlanks, isApprover, isSignature } from './import-fields.ts';
import type { Part } from './import-roles.ts';

export interface SignatureField {
  /** In the document's words; those of an approver's block begin with the block's name. */
  name: string;
  line: number;
  isApprovers: boolean;
}

/** What is filled in, in order: before the clauses, in them and below them. */
export function signatureFieldsIn(parts: readonly Part[]): SignatureField[] {
  const fields: SignatureField[] = [];
  const labels = labelsAmong(parts);
  let block = '';
  for (const part of parts) {
    const { text, from } = part.block;
    if (part.role === 'approval') block = block !== '' && isStatement(text) ? block : text.replace(/\s*[:.]$/, '');
    else if (labels.has(part)) block = isApprover(text) ? text.replace(/\s*:$/, '') : '';
    else {
      let approver = block;
      for (const name of namesIn(part)) {
        fields.push({ name: approver === '' ? name : `${approver}: ${name}`, line: from, isApprovers: approver !== '' || isApprover(name) });
        // `Headteacher's signature: ____ Date: ____`: the date is the headteacher's.
        if (approver === '' && isApprover(name)) approver = name;
      }
    }
  }
  return fields;
}

function isStatement(text: string): boolean {
  return /^(I|we)\b/i.test(text);
}

function namesIn({ role, block }: Part): string[] {
  if (role === 'fields') return block.fields.length > 0 ? block.fields : hasBlanks(block.text) ? fieldsOfSentence(block.text) : [];
  if (role !== 'statement') return [];
  return hasBlanks(block.text) ? fieldsOfSentence(block.text) : fieldsInBrackets(block.text);
}

/**
 * "User signature" above its own lines to fill in, or above what is agreed to, is a heading and no line to fill in. Read from the end, because a
 * heading ends the block of the one above it.
 */
function labelsAmong(parts: readonly Part[]): Set<Part> {
  const labels = new Set<Part>();
  let hasOwnSignature = false;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at] as Part;
    const { role, block } = part;
    if (role === 'fields' && block.isBare && block.fields.some((name) => isSignature(name) && name.includes(' '))) {
      const next = parts[at + 1]?.role;
      if (next === 'statement' || (next === 'approval' && isStatement(parts[at + 1]?.block.text ?? '')) || hasOwnSignature) labels.add(part);
      hasOwnSignature = false;
    } else if (role === 'fields') hasOwnSignature = hasOwnSignature || block.fields.some((name) => /^(signature|signed|sign here|llofnod)$/i.test(name));
    else if (role === 'title' || role === 'subheading') hasOwnSignature = false;
  }
  return labels;
}
