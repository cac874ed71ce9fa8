import { render } from "preact";
import "./styles.css";
import { App } from "./app.tsx";
import { startPanel } from "./start-panel.ts";

const { store, bitmap, go } = startPanel();
render(<App store={store} bitmap={bitmap} go={go} />, document.getElementById("app") ?? document.body);
