// @vitest-environment jsdom
import { ServerError } from '@azure/msal-browser';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SignInFailure } from './failures';

test('who is refused is told the number by which an administrator finds the reason', () => {
  const words = "Error(s): 500014 - Description: AADSTS500014: The service principal for resource 'api://tresor' is disabled.";
  render(<SignInFailure error={new ServerError('invalid_resource', 'correlation', words)} />);
  expect(screen.getByText('Code: AADSTS500014')).toBeTruthy();
});

test('where the sign-in service tells no number, the code of the failure is shown', () => {
  render(<SignInFailure error={new ServerError('post_request_failed', 'correlation', 'Network request failed')} />);
  expect(screen.getByText('Code: post_request_failed')).toBeTruthy();
});
