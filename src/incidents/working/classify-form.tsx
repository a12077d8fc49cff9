import { useState } from 'preact/hooks';
import { Button, Radios, TextArea } from '../../pages/inputs.tsx';
import { call, Refused } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { SEVERITIES, type Severity } from '../concern.ts';
import type { CaseForm } from './case-part.ts';
import { TypeChoice } from './type-choice.tsx';

/** Types, severity and why. Nothing is chosen beforehand but what the reporter said. */
export function ClassifyForm({ file, onDone }: CaseForm) {
  // Null while nothing was chosen here: then it is what the case has.
  const [chosenTypes, setTypes] = useState<string[] | null>(null);
  const [chosenSeverity, setSeverity] = useState<Severity | null>(null);
  const types = chosenTypes ?? file.types;
  const severity = chosenSeverity ?? file.severity;
  const [why, setWhy] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('classify', onDone);
  const was = { types: file.types, severity: file.severity };
  const { proposed } = file;
  const record = () =>
    send([types, severity, why, was], async (key) => {
      if (severity === '') throw new Refused('Choose how serious it is', 'severity');
      await call('classifyCase', { key, reference: file.reference, types, severity, why, was });
      setTypes(null);
      setSeverity(null);
      setWhy('');
      return `Recorded: ${severity} severity. What to do next has been brought up to date.`;
    });
  return (
    <>
      {problem}
      <TypeChoice id={idOf('types')} error={errorFor('types')} chosen={types} onChange={setTypes} />
      <Radios
        id={idOf('severity')}
        label="How serious is it?"
        hint={`The rules propose: ${proposed.why}`}
        error={errorFor('severity')}
        value={severity}
        inline
        options={SEVERITIES.map((value) => ({ value, text: value }))}
        onInput={(value) => setSeverity(value as Severity)}
      />
      <TextArea
        id={idOf('why')}
        label="Why"
        hint="Needed when you set it differently from what the rules propose."
        rows={2}
        error={errorFor('why')}
        value={why}
        onInput={setWhy}
      />
      <Button busy={busy} onPress={record}>
        Save type and severity
      </Button>
    </>
  );
}
