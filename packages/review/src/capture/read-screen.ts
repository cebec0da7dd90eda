import type { Page } from '@playwright/test';
import { plain } from '../words';
import { meet, NOWHERE, placesOf, type Place } from './places';
import type { Box, Part } from './shot';

/** What has its words from its content. */
const NAMED_BY_CONTENT = new Set(
  'button DisclosureTriangle DisclosureTriangleGrouped link heading columnheader rowheader cell gridcell option tab menuitem checkbox radio switch tooltip MenuListOption'.split(
    ' ',
  ),
);
const PARTS = new Set([
  ...NAMED_BY_CONTENT,
  ...'region dialog navigation banner complementary textbox searchbox combobox MenuListPopup listbox table grid list status alert note group progressbar img image spinbutton StaticText'.split(
    ' ',
  ),
]);
const ROLES: Record<string, string> = {
  StaticText: 'text',
  MenuListOption: 'option',
  image: 'img',
  DisclosureTriangle: 'button',
  DisclosureTriangleGrouped: 'button',
};
const NAMELESS = new Set(['MenuListPopup', 'list', 'group', 'table', 'grid', 'img', 'image', 'status', 'alert', 'note', 'listbox']);

/** Their text is their name or value: it is not told again. */
const ANNOUNCES_CONTENT = new Set([...NAMED_BY_CONTENT, 'textbox', 'searchbox', 'combobox', 'MenuListPopup']);

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  value?: { value?: unknown };
  childIds?: string[];
  properties?: { name: string; value: { value?: unknown } }[];
  parentId?: string;
  backendDOMNodeId?: number;
}

const text = (value: { value?: unknown } | undefined) => {
  const raw = value?.value;
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? plain(`${raw}`) : '';
};

function statesOf({ properties = [] }: AxNode): string[] {
  return properties.flatMap(({ name, value: { value } }) => {
    if (['disabled', 'checked', 'pressed', 'expanded', 'selected', 'invalid', 'required'].includes(name)) {
      if (value === true || value === 'true') return [name];
      if (value === 'mixed') return [`${name}:mixed`];
    }
    return [];
  });
}

/** Everything assistive technology can find on the page, in reading order; boxes in pixels from the crop's corner. */
export async function readScreen(page: Page, crop: Box): Promise<Part[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes }: { nodes: AxNode[] } = await session.send('Accessibility.getFullAXTree');
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: ['overflow-x', 'overflow-y'] });
  await session.detach();

  const [document] = documents;
  const places = document ? placesOf(document, strings) : new Map<number, Place>();

  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parentOf = (node: AxNode) => (node.parentId === undefined ? undefined : byId.get(node.parentId));
  const roleOf = (node: AxNode) => text(node.role);
  const isAnnounced = (node: AxNode) => {
    for (let parent = parentOf(node); parent; parent = parentOf(parent)) {
      if (!parent.ignored && ANNOUNCES_CONTENT.has(roleOf(parent))) return true;
    }
    return false;
  };
  /** An entry of a closed list stands where the list stands. */
  const placeOf = (node: AxNode): Place | undefined => {
    const place = places.get(node.backendDOMNodeId ?? -1);
    const parent = roleOf(node) === 'MenuListOption' ? parentOf(node) : undefined;
    return place ?? (parent && placeOf(parent));
  };

  return inReadingOrder(nodes, byId).flatMap((node) => {
    const role = roleOf(node);
    const name = text(node.name);
    if (node.ignored || !PARTS.has(role) || (name === '' && NAMELESS.has(role)) || (role === 'StaticText' && isAnnounced(node))) return [];
    const place = placeOf(node) ?? NOWHERE;
    const box = fromCorner(place.box, crop);
    const value = text(node.value);
    return [
      {
        role: ROLES[role] ?? role,
        name,
        ...(value !== '' && { value }),
        states: statesOf(node),
        box,
        shown: role !== 'MenuListOption' && isWithin(box, fromCorner(place.seen, crop), crop),
      },
    ];
  });
}

function inReadingOrder(nodes: readonly AxNode[], byId: ReadonlyMap<string, AxNode>): AxNode[] {
  const children = new Map<string, AxNode[]>();
  for (const node of nodes) if (node.parentId !== undefined) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const ordered: AxNode[] = [];
  const walk = (node: AxNode) => {
    ordered.push(node);
    const known = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    for (const child of known.length > 0 ? known : (children.get(node.nodeId) ?? [])) walk(child);
  };
  for (const node of nodes) if (node.parentId === undefined) walk(node);
  return ordered;
}

const fromCorner = ([x, y, width, height]: Box, crop: Box): Box => [
  Math.round(x - crop[0]),
  Math.round(y - crop[1]),
  Math.round(width),
  Math.round(height),
];

/** At least half of it can be seen in the picture. */
function isWithin(whole: Box, seen: Box, [, , width, height]: Box): boolean {
  const [x, y, wide, high] = meet(seen, [0, 0, width, height]);
  return x + y > -2 && wide > 1 && high > 1 && wide >= Math.min(whole[2], width) / 2 && high >= Math.min(whole[3], height) / 2;
}
