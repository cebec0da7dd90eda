import { Button, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { Navigation20Regular, Settings20Regular } from '@fluentui/react-icons';
import { Link, Outlet } from 'react-router';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateRows: '40px 1fr', gridTemplateColumns: '175px 1fr', height: '100vh' },
  bar: { gridColumn: '1 / -1', display: 'flex', alignItems: 'center', backgroundColor: tokens.colorNeutralBackground3 },
  space: { flexGrow: 1 },
  menu: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px', backgroundColor: tokens.colorNeutralBackground2 },
  content: { padding: '16px', overflowY: 'auto' },
});

const SERVICES = ['All resources', 'Resource groups', 'Virtual machines', 'Recovery Services vaults', 'Key vaults', 'Backup items', 'Jobs'];

export function Shell() {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Button appearance="transparent" icon={<Navigation20Regular />} aria-label="Menu" />
        <span className={styles.space}>Floor</span>
        <Button appearance="transparent" icon={<Settings20Regular />} aria-label="Settings" />
      </header>
      <nav className={styles.menu}>
        {SERVICES.map((service) => (
          <Link key={service} to="/vaults">
            {service}
          </Link>
        ))}
      </nav>
      <main className={styles.content}>
        <Title3 as="h2">Recovery Services vaults</Title3>
        <Outlet />
      </main>
    </div>
  );
}
