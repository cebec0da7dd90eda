import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ItemPath } from '@tresor/contracts';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { palette } from '../../theme/theme';
import { useNow } from '../../language/use-now';
import { Tile } from '../../ui/layout/tile';
import { latestOf } from './retain-until';
import { dashboardMessages as messages } from './messages';

const WEEK = 7 * 86_400_000;
/** How far back it counts. */
export const POINTS_DAYS = 30;

const useStyles = makeStyles({
  area: { padding: '12px 14px 16px', backgroundColor: palette.tresorTileArea },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: 400 },
  tile: { maxWidth: '220px' },
});

/** How many restore points there are; `to` is where they can be seen, undefined while there is nothing to restore. */
export function PointsTile({ path, to }: { path: ItemPath; to: string | undefined }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { data: points, error } = useQuery(recoveryPointsQuery(path, POINTS_DAYS));
  const now = latestOf(useNow(), points?.[0]?.time);
  const count = (since: number) => {
    if (error !== null) return text(messages.unknown);
    return points === undefined ? '…' : format.number(points.filter(({ time }) => Date.parse(time) >= since).length);
  };
  return (
    <div className={styles.area}>
      <h3 className={styles.heading}>{text(messages.points)}</h3>
      <div className={styles.tile}>
        <Tile
          title={text(messages.points)}
          {...(to !== undefined && { to })}
          rows={[
            { name: text(messages.last30Days), value: count(0) },
            { name: text(messages.last7Days), value: count(now - WEEK) },
          ]}
        />
      </div>
    </div>
  );
}
