/** A template that cannot be understood, or asks for what is not there. The message is shown to the one who deployed it. */
export class TemplateError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TemplateError';
  }
}
