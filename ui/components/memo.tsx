import { Component, type FunctionComponent } from "preact";

function differs<P extends object>(a: P, b: P): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof P>;
  return [...keys].some((key) => a[key] !== b[key]);
}

/** `Inner`, drawn again only when a prop is another one: for the many rows of a list, of which one is typed in. */
export function memo<P extends object>(Inner: FunctionComponent<P>): new (props: P) => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differs<object>(this.props, next);
    }

    override render() {
      return <Inner {...(this.props as P)} />;
    }
  };
}
