import { openBridge, type PanelPort } from "./bridge/bridge.ts";
import { openPanel } from "./bridge/panel-window.ts";
import { handlePanelMessage } from "./panel-requests.ts";
import { onSelectionChange } from "./selection/current-selection.ts";

openPanel();
const bridge = openBridge(figma.ui as PanelPort, handlePanelMessage);
const stop = onSelectionChange((layers) => bridge.send({ type: "selection", layers }));
figma.on("close", () => {
  stop();
  bridge.close();
});
