import { makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { verifySealed } from '@tresor/contracts/seal';
import { useId } from 'react';
import { evidenceKeysQuery } from '../../api/evidence-queries';
import { VerdictLine } from '../../azure/evidence/authenticity';
import { useText } from '../../language/use-text';
import { ProblemBar } from '../../ui/feedback/problem-bar';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { Essentials } from '../../ui/layout/essentials';
import { messages } from './messages';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  file: {
    display: 'block',
    maxWidth: '100%',
    margin: '4px 0',
    minHeight: '24px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    '::file-selector-button': {
      minHeight: '32px',
      marginInlineEnd: '12px',
      padding: '5px 12px',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      font: 'inherit',
      cursor: 'pointer',
    },
  },
});

/** By whose key evidence of this installation is signed, and whether a file was. */
export function EvidenceKey() {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const { data: keys, error } = useQuery(evidenceKeysQuery());
  const check = useMutation({
    mutationFn: async (file: File) =>
      verifySealed(
        new Uint8Array(await file.arrayBuffer()),
        (keys ?? []).map(({ publicKey }) => publicKey),
      ),
  });
  const [own, ...earlier] = keys ?? [];
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`} className={styles.heading}>
        {text(messages.evidence)}
      </h3>
      {error !== null && <ProblemBar problem={error} />}
      {keys !== undefined && own === undefined && <p>{text(messages.noKey)}</p>}
      {own !== undefined && (
        <>
          <p>{text(messages.evidenceBody)}</p>
          <Essentials
            title={text(messages.publicKey)}
            entries={[
              { name: text(messages.fingerprint), value: own.fingerprint },
              { name: text(messages.publicKey), value: own.publicKey },
              ...(earlier.length > 0
                ? [{ name: text(messages.earlier), value: earlier.map(({ fingerprint }) => fingerprint).join('; ') }]
                : []),
            ]}
          />
          <label htmlFor={id}>{text(messages.check)}</label>
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            aria-describedby={`${id}-hint`}
            className={styles.file}
            onChange={({ target: { files } }) => {
              const [file] = files ?? [];
              if (file) check.mutate(file);
            }}
          />
          <span id={`${id}-hint`}>{text(messages.checkBody)}</span>
          <output>
            {!check.isIdle && (
              <p>
                {check.isError ? (
                  <StatusBadge status="error">{text(messages.unreadable)}</StatusBadge>
                ) : (
                  <VerdictLine verdict={check.data} />
                )}
              </p>
            )}
          </output>
        </>
      )}
    </section>
  );
}
