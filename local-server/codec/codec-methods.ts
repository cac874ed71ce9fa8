import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { DecodedPicture, OutputFormat, PictureFormat } from "./codec.ts";

/** Some of a picture's pixel bytes: they travel in parts, because a message of the whole would hold them twice. */
export interface PixelPart {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A decoded picture whose pixels went ahead of it. */
export interface DecodedHead extends Omit<DecodedPicture, "image"> {
  readonly width: number;
  readonly height: number;
}

/** What the codec child can be asked. */
export type CodecMethods = {
  readonly decode: {
    readonly params: { readonly bytes: Uint8Array; readonly format: PictureFormat };
    readonly value: DecodedHead;
    /** First how many bytes will come, then the bytes in order. */
    readonly event: number | PixelPart;
  };
  readonly encode: {
    readonly params: { readonly image: RasterImage; readonly format: OutputFormat };
    readonly value: Uint8Array;
    readonly event: never;
  };
};
