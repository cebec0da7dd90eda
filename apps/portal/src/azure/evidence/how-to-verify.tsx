import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { titles } from '../../map/map';
import { TextLink } from '../../ui/actions/text-link';
import { InfoBox } from '../../ui/feedback/info-box';
import { messages } from './messages';

const useStyles = makeStyles({ command: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' } });

/** What somebody does who does not want to believe this page. */
export function HowToVerify({ file, publicKey }: { file: string; publicKey: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <InfoBox>
      <p>
        <strong>{text(messages.how)}</strong>
      </p>
      <p>{text(messages.howText)}</p>
      <p>
        <code className={styles.command}>
          npm run evidence -- verify {file} --key {publicKey}
        </code>
      </p>
      <p>{text(messages.howCompare)}</p>
      <p>{text(messages.limit)}</p>
      <p className="of-screen">
        <TextLink to={paths.settings()}>{text(titles.settings)}</TextLink>
      </p>
    </InfoBox>
  );
}
