/** jsdom has neither pointers nor a way to capture one. */
export function givePointers(): void {
  Object.assign(window, {
    PointerEvent: class extends MouseEvent {
      readonly pointerId: number;
      readonly pointerType: string;
      readonly isPrimary: boolean;
      constructor(
        type: string,
        { pointerId = 1, pointerType = 'mouse', isPrimary = true, ...rest }: PointerEventInit = {},
      ) {
        super(type, rest);
        [this.pointerId, this.pointerType, this.isPrimary] = [pointerId, pointerType, isPrimary];
      }
    },
  });
  HTMLElement.prototype.setPointerCapture = () => {};
}
