import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { sha256 as sha256Of } from '@tresor/contracts/seal';
import { useState } from 'react';
import { toProblemError } from '../../../api/problem-error';
import { screenQuery } from '../../../api/evidence-queries';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { rehearsalMessages as messages } from './rehearsal-messages';

const useStyles = makeStyles({
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  figure: { margin: '0 0 14px', breakInside: 'avoid' },
  image: { display: 'block', maxWidth: '100%', height: 'auto', border: `1px solid ${tokens.colorNeutralStroke1}` },
  caption: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** A picture has megabytes: more are loaded when somebody wants them. */
const AT_ONCE = 12;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);

interface KeptPicture {
  name: string;
  sha256: string;
}

/** One picture, held against the hash that is in the evidence. */
function Picture({ planId, name, sha256 }: KeptPicture & { planId: string }) {
  const styles = useStyles();
  const text = useText();
  const { data, error } = useQuery({
    ...screenQuery(planId, sha256),
    select: (found) => found && `data:${found.type};base64,${found.base64}`,
  });
  const isSame = useQuery({
    queryKey: ['evidence', planId, 'screens', sha256, 'same'],
    queryFn: async () => (await sha256Of(bytesOf(data?.split(',')[1] ?? ''))) === sha256,
    enabled: typeof data === 'string',
    gcTime: 0,
  });
  const words = () => {
    if (error !== null) return toProblemError(error).problem.code === 'forbidden' ? messages.forbidden : messages.failed;
    if (data === null) return messages.gone;
    if (isSame.data === undefined) return messages.loading;
    return isSame.data ? messages.same : messages.other;
  };
  return (
    <figure className={styles.figure}>
      {typeof data === 'string' && <img className={styles.image} src={data} alt={text(messages.picture, { name })} />}
      <figcaption className={styles.caption}>
        <strong>{name}</strong>. {text(words(), { sha256 })}
      </figcaption>
    </figure>
  );
}

/** What the screens of the machines showed. */
export function Pictures({ planId, pictures }: { planId: string; pictures: readonly KeptPicture[] }) {
  const styles = useStyles();
  const text = useText();
  const [shown, setShown] = useState(AT_ONCE);
  const rest = Math.max(0, pictures.length - shown);
  return (
    <section aria-label={text(messages.pictures)}>
      <h3 className={styles.heading}>{text(messages.pictures)}</h3>
      {pictures.length === 0 && <p>{text(messages.noPictures)}</p>}
      {pictures.slice(0, shown).map((one) => (
        <Picture key={`${one.name} ${one.sha256}`} planId={planId} {...one} />
      ))}
      {rest > 0 && (
        <>
          <PlainButton onClick={() => setShown(shown + AT_ONCE)}>{text(messages.more, { count: Math.min(rest, AT_ONCE) })}</PlainButton>
          <p className="of-print">{text(messages.notLoaded, { count: rest })}</p>
        </>
      )}
    </section>
  );
}
