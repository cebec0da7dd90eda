import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { VirtualMachine } from '@tresor/contracts';
import { FEWEST_OF_A_REASON } from '@tresor/contracts/limits';
import { nameOf } from '@tresor/support-matrix';
import { isSubscriptionId } from '../api/known-ids';
import { allItemsQuery, foundCommandsQuery, subscriptionsQuery } from '../api/queries';
import { virtualMachinesQuery } from '../api/virtual-machines-query';
import { useFormat } from '../language/use-format';
import { useText } from '../language/use-text';
import { paths } from '../map/paths';
import { TextLink } from '../ui/actions/text-link';
import { useSettled } from '../ui/fields/use-settled';
import { commandWords } from '../words/command-words';
import { messages } from './messages';

/** So many are shown; more letters leave fewer. */
const SHOWN = 8;

const useStyles = makeStyles({
  title: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '4px 0', overflowWrap: 'anywhere' },
});

interface Named {
  name: string;
  resourceGroup: string;
}

/** Every word that was typed is part of the machine's name or of its group's. */
function isMeant({ name, resourceGroup }: Named, words: readonly string[]): boolean {
  const names = `${name}\n${resourceGroup}`.toLowerCase();
  return words.every((word) => names.includes(word));
}

const isItem = ({ protectedByVaultId, stoppedInVaultId, deletedInVaultId }: VirtualMachine) =>
  (protectedByVaultId ?? stoppedInVaultId ?? deletedInVaultId) !== null;

/** The machines whose name was typed, those that are protected first, and what was done for a reason or ticket like it; nothing while none is known. */
export default function FoundItems({ typed }: { typed: string }) {
  const text = useText();
  const format = useFormat();
  const { data: items = [], error } = useQuery(allItemsQuery());
  const { machines, isPart } = useMachines();
  const asked = useSettled(typed).trim();
  const { data: commands = [], error: commandsError } = useQuery({
    ...foundCommandsQuery(asked),
    enabled: asked.length >= FEWEST_OF_A_REASON,
  });
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter((item) => isMeant(item, words)).slice(0, SHOWN);
  const others = machines.filter((machine) => !isItem(machine) && isMeant(machine, words)).slice(0, SHOWN);
  return (
    <>
      <Found
        id="found-items"
        title={text(messages.foundItems)}
        links={found.map(({ id, name, resourceGroup, vault }) => ({
          id,
          to: paths.item({ ...vault, vmGroup: resourceGroup, vmName: name }),
          words: `${name} (${vault.vaultName})`,
        }))}
      />
      <Found
        id="found-commands"
        title={text(messages.foundCommands)}
        links={commands.slice(0, SHOWN).map(({ vault, journey, command, target, reason, at }) => ({
          id: `${at} ${target} ${command}`,
          to: journey === null ? paths.activity(vault) : paths.restoreRecord({ ...vault, jobId: journey }),
          words: `${reason}: ${text(commandWords[command])} (${nameOf(target)}, ${format.dateTime(at)})`,
        }))}
      />
      <Found
        id="found-machines"
        title={text(messages.foundMachines)}
        links={others.map(({ id, name, resourceGroup, subscriptionId }) => ({
          id,
          to: paths.encryptionInReadiness({ subscriptionId, vmGroup: resourceGroup, vmName: name }),
          words: `${name} (${resourceGroup})`,
        }))}
      />
      {(error !== null || isPart || commandsError !== null) && <p>{text(messages.foundNotAll)}</p>}
    </>
  );
}

/** The machines of all subscriptions, as far as they have arrived; `isPart`: some of them will not. */
function useMachines(): { machines: VirtualMachine[]; isPart: boolean } {
  const { data: subscriptions = [], error } = useQuery(subscriptionsQuery());
  const ids = subscriptions.flatMap(({ subscriptionId }) => (isSubscriptionId(subscriptionId) ? [subscriptionId] : []));
  return useQueries({
    queries: ids.map((id) => virtualMachinesQuery(id)),
    combine: (lists) => ({
      machines: lists.flatMap(({ data }) => data?.rows ?? []),
      isPart: error !== null || lists.some((list) => list.error !== null),
    }),
  });
}

interface FoundProps {
  id: string;
  title: string;
  links: { id: string; to: string; words: string }[];
}

function Found({ id, title, links }: FoundProps) {
  const styles = useStyles();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.id} className={styles.item}>
            <TextLink to={link.to}>{link.words}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
