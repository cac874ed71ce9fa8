import { findFaces } from "../../../imaging/faces/find-faces.ts";
import { findTexts } from "../../../imaging/instant/find-texts.ts";
import { coloursIn } from "../../../imaging/instruction/style/colour.ts";
import type { LightPorts } from "../../../imaging/light/light-step.ts";
import type { CodeReader, FaceModel, ImagingPorts } from "../../../imaging/ports.ts";
import { restorePlate } from "../../../imaging/text/plate/restore-plate.ts";
import { groundColour } from "./ground-colour.ts";

const facesWith =
  (model: FaceModel): NonNullable<LightPorts["findFaces"]> =>
  (image, signal) =>
    findFaces(image, model, signal);

const codesWith =
  (codes: CodeReader): NonNullable<LightPorts["findCodes"]> =>
  (image, signal) =>
    codes.read(image, signal);

/** Lends the light operations what belongs to the text engine and to the grammar. */
export const createLightPorts = (ports: ImagingPorts): LightPorts => ({
  restorePlate,
  findTexts: (image, signal) => findTexts(image, ports, signal),
  get findFaces() {
    return ports.faces && facesWith(ports.faces);
  },
  get findCodes() {
    const { codes } = ports;
    return codes && codesWith(codes);
  },
  get matting() {
    return ports.matting;
  },
  groundColour,
  coloursIn: (words) => coloursIn(words.normalize("NFKC").toLowerCase()),
});
