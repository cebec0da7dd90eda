import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';

const COLUMNS = ['Name', 'Resource group', 'Location', 'Subscription'];
const ROWS = ['IgniteDemoVault', 'OperationsVault', 'RackVault', 'ArchiveVault'].map((name) => [
  name,
  'dbvm1',
  'West Europe',
  'Production',
]);

export function VaultTable() {
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
