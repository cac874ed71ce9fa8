import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";

/** Loads the QuickJS engine (about 500 kB of WASM, 25 ms). In a browser `wasmUrl` says where the file lies; Node finds it in the package. */
export function loadQuickJs(wasmUrl?: string): Promise<QuickJSWASMModule> {
  return newQuickJSWASMModuleFromVariant(wasmUrl === undefined ? variant : newVariant(variant, { wasmLocation: wasmUrl }));
}
