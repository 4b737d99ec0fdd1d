import { Component, type FunctionComponent, h } from 'preact';

/** Draws again only when a property has changed: a long conversation stays quick. Functions are taken as the same. */
export function memo<Props extends object>(draw: FunctionComponent<Props>): FunctionComponent<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return Object.entries(next).some(
        ([name, value]) => typeof value !== 'function' && value !== Reflect.get(this.props, name),
      );
    }
    override render() {
      return h(draw, this.props);
    }
  }
  return Memo as unknown as FunctionComponent<Props>;
}
