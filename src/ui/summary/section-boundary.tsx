/**
 * What one section's data breaks stays in that section: the reader is told which one is not there,
 * and the rest of the record stands.
 */
import { Component, type ComponentChildren } from 'preact';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { sectionNames, summaryWords } from '../wording/summary.ts';

type KeptProps = {
  /** What it is drawn from: when that is another, it is tried again. */
  readonly of: unknown;
  /** What stands in its place where it can not be drawn. */
  readonly instead: ComponentChildren;
  readonly children: ComponentChildren;
};

/** Draws its children, or `instead` where drawing them throws. */
export class Kept extends Component<KeptProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: KeptProps) {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

type Props = {
  /** The id of its heading, so that whoever goes to it arrives. */
  readonly id: string;
  readonly name: string;
  readonly of: unknown;
  readonly children: ComponentChildren;
};

/** "Procedures. This section could not be shown." */
export function SectionBoundary({ id, name, of, children }: Props) {
  return (
    <Kept of={of} instead={<NotShown id={id} name={name} />}>
      {children}
    </Kept>
  );
}

/** A section by its kind: its name, and the place that others go to. */
export function KindBoundary({
  kind,
  ...rest
}: { kind: SectionKind } & Omit<Props, 'id' | 'name'>) {
  return <SectionBoundary id={`section-${kind}`} name={sectionNames[kind]} {...rest} />;
}

function NotShown({ id, name }: Pick<Props, 'id' | 'name'>) {
  return (
    <section class="panel section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {name}
      </h2>
      <p class="absence mark">{summaryWords.sectionNotShown}</p>
    </section>
  );
}
