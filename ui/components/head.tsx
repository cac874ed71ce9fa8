import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { DESK_SCREENS, type Screen, WORK_SCREENS } from "../session/shell/screens.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Status } from "./status.tsx";

const DESK_ICONS: Record<(typeof DESK_SCREENS)[number], IconName> = { batch: "layer", history: "history", settings: "settings" };

function useWay(screen: Screen) {
  const { state, dispatch } = usePanel();
  const here = state.screen === screen;
  return {
    "aria-current": here ? ("page" as const) : undefined,
    onClick: () => dispatch({ type: "shell.screen", screen }),
  };
}

function Tab({ screen }: { readonly screen: Screen }) {
  return (
    <button type="button" class="tab" {...useWay(screen)}>
      {useMessages().shell.screen[screen]}
    </button>
  );
}

function Tool({ screen }: { readonly screen: (typeof DESK_SCREENS)[number] }) {
  const name = useMessages().shell.screen[screen];
  return (
    <button type="button" class="tool" aria-label={name} title={name} {...useWay(screen)}>
      <Icon name={DESK_ICONS[screen]} />
    </button>
  );
}

/** Where things stand, and the ways to the screens: what is done to a layer as tabs, what is about all of it as icons. */
export function Head() {
  const m = useMessages().shell;
  return (
    <header class="head">
      <Status />
      <nav class="ways" aria-label={m.screens}>
        <div class="tabs">
          {WORK_SCREENS.map((screen) => (
            <Tab key={screen} screen={screen} />
          ))}
        </div>
        <div class="tools">
          {DESK_SCREENS.map((screen) => (
            <Tool key={screen} screen={screen} />
          ))}
        </div>
      </nav>
    </header>
  );
}
