import { Button } from "../../components/button.tsx";
import { ToggleButton } from "../../components/toggle-button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { TEMPLATES } from "../../session/instruct/templates.ts";

interface ListProps {
  readonly title: string;
  readonly templates: readonly string[];
}

function choose(dispatch: ReturnType<typeof usePanel>["dispatch"], template: string): void {
  dispatch({ type: "instruct.template.chosen", template });
  // After the fields of the template are there.
  setTimeout(() => (document.querySelector<HTMLElement>(".fields input") ?? document.getElementById("instruction"))?.focus());
}

function List({ title, templates }: ListProps) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  if (templates.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="templates">
        {templates.map((template) => (
          <li key={template}>
            <Button kind="quiet" onClick={() => choose(dispatch, template)}>
              <span class="template-words">{template}</span>
            </Button>
            <ToggleButton
              icon="star"
              label={m.favouriteOf(template)}
              on={state.settings.favourites?.includes(template) ?? false}
              onToggle={() => dispatch({ type: "instruct.favourite", template })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const RECENT_SHOWN = 6;

/** Sentences to start from: favourites, what ran lately, and those that come with the panel. */
export function Templates() {
  const { state } = usePanel();
  const m = useMessages().instruct;
  const { favourites = [], recent = [] } = state.settings;
  return (
    <section class="section">
      <details class="details template-lists" open={state.instruct.instruction === ""}>
        <summary>{m.templates}</summary>
        <div>
          <List title={m.favourites} templates={favourites} />
          <List title={m.recent} templates={recent.filter((r) => !favourites.includes(r)).slice(0, RECENT_SHOWN)} />
          <List title={m.builtIn} templates={TEMPLATES[state.language].filter((t) => !favourites.includes(t))} />
        </div>
      </details>
    </section>
  );
}
