import { defineMessages } from '../language/messages';
import type { Text } from '../language/use-text';
import { scopeName } from './scope-name';

const messages = defineMessages({
  policy: { de: 'Richtlinie „{name}“', en: 'Policy “{name}”' },
  policyOf: { de: 'Richtlinie „{name}“ (Definition: {definition})', en: 'Policy “{name}” (definition: {definition})' },
  assigned: { de: '{policy}, zugewiesen an: {scope}', en: '{policy}, assigned at: {scope}' },
});

interface NamedPolicy {
  name: string;
  definition: string | null;
  scope: string | null;
}

interface AzureMessage {
  /** What a person reads of it; the whole message where that holds nothing for programs. */
  sentence: string;
  /** Assignments of policies that it names for programs. */
  policies: readonly NamedPolicy[];
  /** Whether something was left out. */
  isShortened: boolean;
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
/** Read piece by piece: what is long may have lost its end. */
const ASSIGNMENT = new RegExp(
  String.raw`"policyAssignment":\{"name":(${STRING})(?:,"id":"([^"]+)/providers/Microsoft\.Authorization/policyAssignments/[^"]+")?\}(?:,"policyDefinition":\{"name":(${STRING}))?`,
  'gi',
);
/** What leads over from the sentence. */
const LEADING_OVER = ["'", '"', '[', 'Policy identifiers:'];

function withoutEnd(words: string): string {
  const rest = words.trimEnd();
  const end = LEADING_OVER.find((one) => rest.endsWith(one));
  return end === undefined ? rest : withoutEnd(rest.slice(0, -end.length));
}

function unquoted(json: string | undefined): string | null {
  if (json === undefined) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : null;
  } catch {
    return json.slice(1, -1);
  }
}

/** Tells apart what Azure says to people and what it says to programs in one message. */
export function readAzureMessage(message: string): AzureMessage {
  const [before = ''] = message.split('{"', 1);
  const sentence = withoutEnd(before);
  if (sentence === '' || before === message) return { sentence: message, policies: [], isShortened: false };
  const policies = [...message.matchAll(ASSIGNMENT)].flatMap(([, name, scope = null, definition]) => {
    const title = unquoted(name);
    return title === null ? [] : [{ name: title, definition: unquoted(definition), scope }];
  });
  return { sentence, policies, isShortened: true };
}

export function namedPolicyWords({ name, definition, scope }: NamedPolicy, text: Text): string {
  const isNamedAlike = definition === null || definition === name;
  const policy = isNamedAlike ? text(messages.policy, { name }) : text(messages.policyOf, { name, definition });
  return scope === null ? policy : text(messages.assigned, { policy, scope: scopeName(scope, text) });
}

/** The message where only a sentence or two have room. */
export function briefMessage(message: string, text: Text): string {
  const { sentence, policies } = readAzureMessage(message);
  return [sentence, ...policies.map((policy) => `${namedPolicyWords(policy, text)}.`)].join(' ');
}
