/** A picture that cannot be taken; the message is for the person who chose it. */
export class ImageProblem extends Error {
  readonly code: 'image.unreadable' | 'image.too-large' | 'image.format';
  constructor(code: ImageProblem['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImageProblem';
    this.code = code;
  }
}
