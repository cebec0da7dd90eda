import { paths, useVaultPath } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { useText } from '../../language/use-text';
import { Disclosure } from '../../ui/layout/disclosure';
import { machineMessages as messages } from './machine-messages';
import { RuleRemedy, useRuleWords } from '../../azure/machines/rule-explanation';
import type { JudgedMachine } from './selection';

/** Why a machine cannot be chosen and, when asked for, what to do. */
export function RefusalReason({ row: { machine, verdict } }: { row: JudgedMachine }) {
  const text = useText();
  const path = useVaultPath();
  const ruleWords = useRuleWords();
  if (verdict.allowed) return null;
  return (
    <>
      {ruleWords(verdict.ruleId)?.reason}{' '}
      <Disclosure label={text(messages.whatToDo)} name={text(messages.whatToDoFor, { name: machine.name })}>
        <RuleRemedy ruleId={verdict.ruleId} />
        {machine.deploymentModel !== 'classic' && (
          <TextLink to={paths.encryptionInWizard({ ...path, vmGroup: machine.resourceGroup, vmName: machine.name })}>
            {text(messages.lookAtMachine)}
          </TextLink>
        )}
      </Disclosure>
    </>
  );
}

/** What is worth knowing about a machine that can be chosen. */
export function Notes({ row: { machine, verdict } }: { row: JudgedMachine }) {
  const text = useText();
  if (!verdict.allowed) return null;
  return (
    <Disclosure label={text(messages.note)} name={text(messages.noteDetails, { name: machine.name })}>
      {verdict.notes.map((ruleId) => (
        <RuleRemedy key={ruleId} ruleId={ruleId} withReason />
      ))}
    </Disclosure>
  );
}
