import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { JobId, UsualTime, VaultPath } from '@tresor/contracts';
import { usualTimeQuery } from '../../../api/restore-queries';
import { defineMessages } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { lengthWords } from '../../../words/length-words';

const messages = defineMessages({
  machine: {
    de: 'Bei diesem virtuellen Computer dauert das gewöhnlich etwa {time}, nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}}.',
    en: 'For this virtual machine it usually takes about {time}, based on {count, plural, one {the last restore} other {the last # restores}}.',
  },
  vault: {
    de: 'In diesem Recovery Services-Tresor dauert das gewöhnlich etwa {time}, nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} anderer virtueller Computer.',
    en: 'In this vault it usually takes about {time}, based on {count, plural, one {the last restore} other {the last # restores}} of other virtual machines.',
  },
  size: {
    de: 'Für {size} GB dauert das gewöhnlich etwa {time}, nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} anderer virtueller Computer in diesem Recovery Services-Tresor.',
    en: 'For {size} GB it usually takes about {time}, based on {count, plural, one {the last restore} other {the last # restores}} of other virtual machines in this vault.',
  },
  unknown: {
    de: 'Wie lange es gewöhnlich dauert, lässt sich nicht sagen: In den letzten 90 Tagen ist in diesem Recovery Services-Tresor keine andere Wiederherstellung fertig geworden.',
    en: 'It’s not known how long this usually takes: no other restore in this vault has finished in the last 90 days.',
  },
});

/** Has its place before the answer comes, or what stands below would move. */
const useStyles = makeStyles({ line: { minHeight: '40px' } });

/** How long the disks usually take, and how that is known. */
export function UsualTimeLine({ path, jobId }: { path: VaultPath; jobId: JobId }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { data } = useQuery(usualTimeQuery(path, jobId));
  const words = () => {
    if (data === undefined) return null;
    const { seconds, basis, restores: count, gibibytes } = data;
    if (seconds === null || basis === null) return text(messages.unknown);
    const size = gibibytes === null ? '' : format.number(gibibytes);
    return text(wordsOf(data), { time: lengthWords(seconds, text, format), count, size });
  };
  return <p className={styles.line}>{words()}</p>;
}

const wordsOf = ({ basis, gibibytes }: UsualTime) =>
  basis === 'machine' ? messages.machine : gibibytes === null ? messages.vault : messages.size;
