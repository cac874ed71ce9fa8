import { render } from "preact";
import "./styles.css";
import { App } from "./app.tsx";
import { startPanel } from "./start-panel.ts";

const { store, tools } = startPanel();
render(<App store={store} tools={tools} />, document.getElementById("app") ?? document.body);
