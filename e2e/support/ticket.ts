import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';

/** Gives a ticket number with what is commanded on a blade. It is nobody else's: what is recorded outlives the world of a test. Answers it. */
export async function giveTicket(blade: Locator, more = ''): Promise<string> {
  const ticket = `INC-${randomUUID().slice(0, 8)} ${more}`.trim();
  await blade.getByRole('button', { name: /^(Grund oder Ticket angeben|Add a reason or ticket|Give a reason or ticket)$/ }).click();
  const field = blade.getByRole('textbox', { name: /^(Grund oder Ticketnummer|Reason or ticket number)$/ });
  await expect(field).toBeFocused();
  await field.fill(ticket);
  return ticket;
}
