import type { HttpClient } from '@azure/core-rest-pipeline';

/** What time it is at Azure, by the date of its latest answer: its clock decides when a policy runs, not ours and not the browser's. */
export class AzureTime {
  #ahead = 0;
  readonly #graph: string;

  constructor(graph: string) {
    this.#graph = graph;
  }

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  through(inner: HttpClient): HttpClient {
    return {
      sendRequest: async (request) => {
        const response = await inner.sendRequest(request);
        const there = Date.parse(response.headers.get('date') ?? '');
        // Graph goes with Entra, whose clock is that of tokens. A failure may come from something in between, which numbers no requests.
        const isAzures = response.status < 400 || response.headers.has('x-ms-request-id');
        if (isAzures && !request.url.startsWith(`${this.#graph}/`) && !Number.isNaN(there)) this.#ahead = there - Date.now();
        return response;
      },
    };
  }
}
