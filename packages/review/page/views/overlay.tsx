import type { SceneView, TakeView } from '../../src/report/data';
import { sentence } from '../../src/report/finding-words';
import type { Language } from '../../src/words';
import { data, get, type State } from '../state';
import { findingKey } from './findings';
import { Mark } from './mark';

interface OverlayProps {
  scene: SceneView;
  take: TakeView;
  language: Language;
  outlines: boolean;
}

/** What is marked in a picture of ours: numbers, findings, comments, the frame being drawn; or every part. */
export const Overlay = ({ outlines, ...rest }: OverlayProps) => (outlines ? <Parts {...rest.take} /> : <Places {...rest} />);

const Parts = ({ parts, width, height }: TakeView) =>
  parts.map(({ role, name, box }, index) => (
    <Mark key={index} {...{ box, width, height }} title={`${role} ${name}`} lit={false} kind={`part ${role}`} />
  ));

function Places({ scene: { id }, take, language }: Omit<OverlayProps, 'outlines'>) {
  const { spots, lit, theme, approvals, region, ui } = get();
  const { width, height } = take;
  const troubles = data().findings.filter(
    (finding) =>
      finding.scene === id &&
      finding.language === language &&
      (finding.theme ?? theme) === theme &&
      (finding.weight === 'wrong' || lit === findingKey(finding)),
  );
  const remarks = approvals.comments.filter((comment) => comment.scene === id && comment.language === language);
  return (
    <>
      {(spots ? take.hotspots : []).map(
        ({ number, label, ours }) =>
          ours && <Mark key={number} box={ours} {...{ width, height, number }} title={label} lit={lit === `spot-${number}`} />,
      )}
      {troubles.map((finding) => {
        const key = findingKey(finding);
        return (
          finding.box && (
            <Mark key={key} box={finding.box} {...{ width, height }} title={sentence(finding, ui)} lit={lit === key} kind="trouble" />
          )
        );
      })}
      {remarks.map(({ id, region, text, who }) => (
        <Remark key={id} region={region} title={`${who}: ${text}`} lit={false} />
      ))}
      {region && <Remark region={region} title="" lit />}
    </>
  );
}

type Region = NonNullable<State['region']>;

const Remark = ({ region: { x, y, width, height }, title, lit }: { region: Region; title: string; lit: boolean }) => (
  <Mark box={[x, y, width, height]} width={1} height={1} title={title} lit={lit} kind="remark" />
);
