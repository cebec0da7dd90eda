import {
  Button,
  FluentProvider,
  makeStyles,
  RendererProvider,
  SSRProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Title3,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { Navigation20Regular, Settings20Regular } from '@fluentui/react-icons';
import type { ComponentProps } from 'react';
import { RouterProvider, Link, Outlet, type RouteObject } from 'react-router';

const COLUMNS = ['Name', 'Resource group', 'Location', 'Subscription'];
const ROWS = ['IgniteDemoVault', 'OperationsVault', 'RackVault', 'ArchiveVault'].map((name) => [
  name,
  'dbvm1',
  'West Europe',
  'Production',
]);

function VaultTable() {
  return (
    <Table aria-label="Recovery Services vaults">
      <TableHeader>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHeaderCell key={column}>{column}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {ROWS.map((cells, n) => (
          <TableRow key={cells[0]} aria-rowindex={n + 2}>
            {cells.map((cell) => (
              <TableCell key={cell}>{cell}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateRows: '40px 1fr', gridTemplateColumns: '175px 1fr', height: '100vh' },
  bar: { gridColumn: '1 / -1', display: 'flex', alignItems: 'center', backgroundColor: tokens.colorNeutralBackground3 },
  space: { flexGrow: 1 },
  menu: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px', backgroundColor: tokens.colorNeutralBackground2 },
  content: { padding: '16px', overflowY: 'auto' },
});

const SERVICES = ['All resources', 'Resource groups', 'Virtual machines', 'Recovery Services vaults', 'Key vaults', 'Backup items', 'Jobs'];

function Shell() {
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

export const routes: RouteObject[] = [{ path: '/', element: <Shell />, children: [{ path: 'vaults', element: <VaultTable /> }] }];

type AppProps = Pick<ComponentProps<typeof RouterProvider>, 'router'> & Pick<ComponentProps<typeof RendererProvider>, 'renderer'>;

export const App = ({ router, renderer }: AppProps) => (
  <RendererProvider renderer={renderer}>
    <SSRProvider>
      <FluentProvider theme={webLightTheme}>
        <RouterProvider router={router} />
      </FluentProvider>
    </SSRProvider>
  </RendererProvider>
);
