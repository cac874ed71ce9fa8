import { createFigma } from "../../playground/document/create-figma.ts";
import { FigmaDocument } from "../../playground/document/figma-document.ts";
import { type RecordedPorts, recordPorts } from "./session-ports.ts";

// biome-ignore lint/suspicious/noExplicitAny: the API is imitated at run time; Figma's typings would hide that members may be missing
export type Loose = any;

/** A `figma` object over an empty document, with ports that write down what it does. */
export function openFigma(manifest: Record<string, unknown> = {}): { figma: Loose; document: FigmaDocument; ports: RecordedPorts } {
  const document = new FigmaDocument();
  const ports = recordPorts();
  const { figma } = createFigma({ document, ports, manifest: { id: "1", name: "Test", ...manifest } });
  return { figma, document, ports };
}
