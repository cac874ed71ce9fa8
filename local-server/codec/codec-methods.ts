import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { DecodedPicture, OutputFormat, PictureFormat } from "./codec.ts";

/** What the codec child can be asked. */
export type CodecMethods = {
  readonly decode: {
    readonly params: { readonly bytes: Uint8Array; readonly format: PictureFormat };
    readonly value: DecodedPicture;
    readonly event: never;
  };
  readonly encode: {
    readonly params: { readonly image: RasterImage; readonly format: OutputFormat };
    readonly value: Uint8Array;
    readonly event: never;
  };
};
